import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What the server does with the next mails: takes them, or fails in one of the ways servers fail. */
export type Mood = 'takes' | 'busy' | 'never answers' | 'hangs up' | 'refuses' | 'no such address';

const answered = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code });

/** A mail server for tests: what it took, and a mood. `away` closes its port, `back` opens the same one again. */
export class FakeSmtp {
  readonly taken: { to: string; messageId: string; source: string }[] = [];
  mood: Mood = 'takes';
  private server: SMTPServer | null = null;
  private port = 0;

  async back(): Promise<string> {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      closeTimeout: 20,
      onRcptTo: (_, __, done) => {
        if (this.mood === 'busy') done(answered(451, 'Revenez plus tard'));
        else if (this.mood === 'no such address') done(answered(550, 'Boîte inconnue'));
        else done();
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (this.mood === 'never answers') return;
          if (this.mood === 'hangs up') {
            this.server?.connections.forEach((connection) => {
              (connection as unknown as { _socket: { destroy(): void } })._socket.destroy();
            });
          } else if (this.mood === 'refuses') done(answered(554, 'Contenu refusé'));
          else {
            const source = Buffer.concat(chunks).toString('utf8');
            const messageId = /^Message-ID: (\S+)/im.exec(source)?.[1] ?? '';
            const to = session.envelope.rcptTo.map(({ address }) => address).join();
            this.taken.push({ to, messageId, source });
            done();
          }
        });
      },
    });
    this.server.on('error', () => undefined);
    const listening = this.server.listen(this.port, '127.0.0.1');
    await once(listening, 'listening');
    this.port = (listening.address() as AddressInfo).port;
    return `smtp://127.0.0.1:${String(this.port)}`;
  }

  async away(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }
}
