import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@preau/shared-api';
import type { SignedIn } from '@preau/shared-domain';

/** An answer by mail to something somebody was told of. */
export interface MailReply {
  readonly actor: SignedIn;
  /** The id of what it answers. */
  readonly objectId: string;
  readonly text: string;
  /** The same for the same mail, however often it is delivered. */
  readonly operationId: string;
  readonly messageId: string;
}

/** What a domain does with answers to things of one sort. */
export interface ReplyHandler {
  /** What these things say, as text, by id: a mail that can be answered shows it. */
  words(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Takes an answer. Returns what its author must be told; null: that it was taken is seen on the site. */
  take(reply: MailReply): Promise<string | null>;
}

/** What an address of ours claims: not to be believed before it is compared with who writes to it (`isFor`). */
export interface ReplyClaim {
  readonly objectId: string;
  readonly signature: string;
}

const LOCAL_PART = /^reponse\+([0-9a-f]{32})([0-9a-f]{24})$/i;

/**
 * The addresses at which mails can be answered: what is answered, and a signature (96 bits, by the server's key) for one account
 * alone. They fill the 64 characters a local part may have, mean the same in capitals, and do not expire: what they allow
 * is judged when they are used.
 */
@Injectable()
export class MailReplies {
  private readonly handlers = new Map<string, ReplyHandler>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Has things `prefix:<id>` answered by mail, where the setting allows it. */
  register(prefix: string, handler: ReplyHandler): void {
    this.handlers.set(prefix, handler);
  }

  /** Where an account answers something; null when it cannot be answered by mail. */
  addressFor(accountId: string, object: string): string | null {
    const { prefix, id } = parts(object);
    const { REPLY_MAIL_DOMAIN } = this.config;
    if (REPLY_MAIL_DOMAIN === undefined || !this.handlers.has(prefix)) return null;
    const signature = this.signatureOf(accountId, prefix, id).toString('hex');
    return `reponse+${id.replaceAll('-', '')}${signature}@${REPLY_MAIL_DOMAIN}`;
  }

  /** What these things say, by `prefix:<id>`. */
  async words(objects: readonly string[]): Promise<Map<string, string>> {
    const said = new Map<string, string>();
    for (const [prefix, handler] of this.handlers) {
      const ids = objects.map(parts).filter((part) => part.prefix === prefix);
      if (ids.length === 0) continue;
      for (const [id, words] of await handler.words(ids.map(({ id: one }) => one)))
        said.set(`${prefix}:${id}`, words);
    }
    return said;
  }

  /** What an address claims; null for one that cannot be ours. */
  read(address: string): ReplyClaim | null {
    const at = address.lastIndexOf('@');
    const [, id, signature] = LOCAL_PART.exec(address.slice(0, Math.max(at, 0))) ?? [];
    if (!id || !signature || address.slice(at + 1).toLowerCase() !== this.config.REPLY_MAIL_DOMAIN)
      return null;
    const uuid = id.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return { objectId: uuid, signature };
  }

  /** Which sort of thing this account may answer at that address, and who takes the answer; null: the address is not theirs. */
  find({ objectId, signature }: ReplyClaim, accountId: string) {
    const given = Buffer.from(signature, 'hex');
    for (const [prefix, handler] of this.handlers)
      if (timingSafeEqual(given, this.signatureOf(accountId, prefix, objectId)))
        return { object: `${prefix}:${objectId}`, handler };
    return null;
  }

  private signatureOf(accountId: string, prefix: string, id: string): Buffer {
    const signed = `reply\0${prefix}\0${accountId}\0${id}`;
    return createHmac('sha256', this.config.SECRET_KEY).update(signed).digest().subarray(0, 12);
  }
}

function parts(object: string): { prefix: string; id: string } {
  const [prefix = '', id = ''] = object.split(':');
  return { prefix, id };
}
