import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { isUnsubscribeScope, type UnsubscribeScope } from '@preau/notifications-domain';
import { CONFIG, type Config } from '@preau/shared-api';

export const UNSUBSCRIBE_PATH = '/desabonnement';

export interface UnsubscribeClaim {
  readonly accountId: string;
  readonly scope: UnsubscribeScope;
}

/**
 * Links that end mails without signing in: whose and which, signed with the server's key. They do one thing, harmless when
 * repeated, and do not expire: a mail is opened years later too.
 */
@Injectable()
export class UnsubscribeLinks {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  linkFor(claim: UnsubscribeClaim): string {
    return `${this.config.publicUrl}${UNSUBSCRIBE_PATH}?jeton=${this.tokenOf(claim)}`;
  }

  tokenOf({ accountId, scope }: UnsubscribeClaim): string {
    const account = Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url');
    return `${account}.${scope}.${this.signatureOf(account, scope).toString('base64url')}`;
  }

  /** What a link claims, or null when its signature is not ours. */
  read(token: string): UnsubscribeClaim | null {
    const [account = '', scope = '', signature = '', more] = token.split('.');
    const given = Buffer.from(signature, 'base64url');
    const right = this.signatureOf(account, scope);
    if (more !== undefined || given.length !== right.length || !timingSafeEqual(given, right)) return null;
    if (given.toString('base64url') !== signature || !isUnsubscribeScope(scope)) return null;
    const id = Buffer.from(account, 'base64url').toString('hex');
    return { accountId: id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), scope };
  }

  private signatureOf(account: string, scope: string): Buffer {
    const signed = `unsubscribe\0${account}\0${scope}`;
    return createHmac('sha256', this.config.SECRET_KEY).update(signed).digest();
  }
}
