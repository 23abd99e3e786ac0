import type { AddressInfo } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@preau/shared-api';
import type { Logger } from 'pino';
import type { SMTPServer, SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { MailReplies } from './mail-replies';
import { MAIL_BYTES_MAX, TakeReply, type Taken } from './take-reply.service';

/** Beyond this nothing is even listened to: what is over `MAIL_BYTES_MAX` is thrown away as it comes. */
const BYTES_LISTENED_TO = 50 * MAIL_BYTES_MAX;

const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });
const unknown = () =>
  refusal(550, '5.1.1 Cette adresse ne prend que la reponse de la personne a qui le courriel etait adresse');

/**
 * Takes answers from the ministry's mail server, by LMTP (RFC 2033): each is taken for good when that server hears so; what goes wrong
 * here it tries again. Nothing listens unless `REPLY_MAIL_DOMAIN` is set.
 */
@Injectable()
export class ReplyMailbox {
  private server: SMTPServer | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly replies: MailReplies,
    private readonly taking: TakeReply,
  ) {}

  /** The port it listens at; null when it does not. */
  get port(): number | null {
    return (this.server?.server.address() as AddressInfo | null | undefined)?.port ?? null;
  }

  async start(log: Logger): Promise<void> {
    const { REPLY_MAIL_DOMAIN, REPLY_MAIL_HOST, REPLY_MAIL_PORT } = this.config;
    if (REPLY_MAIL_DOMAIN === undefined) return;
    // Loaded where it is of use.
    const smtp = await import('smtp-server');
    const server = new smtp.SMTPServer({
      lmtp: true,
      name: REPLY_MAIL_DOMAIN,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      size: BYTES_LISTENED_TO,
      rejectOversized: true,
      maxClients: 20,
      closeTimeout: 2_000,
      onRcptTo: ({ address }, { envelope }, callback) => {
        if (envelope.rcptTo.length > 0) callback(refusal(452, '4.5.3 Un seul destinataire a la fois'));
        else callback(this.replies.read(address) ? null : unknown());
      },
      onData: (stream, session, callback) => {
        this.receive(stream, session).then(
          (taken) => {
            log.info({ taken }, 'answer by mail');
            callback(taken === 'UNKNOWN' ? unknown() : null);
          },
          (error: unknown) => {
            log.error({ err: error }, 'answer by mail failed');
            callback(refusal(451, '4.3.0 Reessayez plus tard'));
          },
        );
      },
    });
    server.on('error', (error: Error) => {
      log.warn({ err: error }, 'mail connection failed');
    });
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(REPLY_MAIL_PORT, REPLY_MAIL_HOST, resolve);
    });
    this.server = server;
    log.info({ port: this.port }, 'answers by mail');
  }

  /** Resolves once nothing is at work any more. */
  async stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }

  private async receive(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<Taken> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes - chunk.length < MAIL_BYTES_MAX) chunks.push(chunk);
    }
    const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
    const to = envelope.rcptTo[0]?.address ?? '';
    const isTooLarge = bytes > MAIL_BYTES_MAX;
    return this.taking.take(Buffer.concat(chunks), { from, to }, { isTooLarge });
  }
}
