import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../config';
import type { MailBody } from './mail-body';
import { isOneAddress, mailHeaders, oneLine, smtpUrl, UnsendableMail } from './mail-headers';
import { mailHtml } from './mail-html';
import { mailText } from './mail-text';

export interface Mail {
  /** One address, and nothing but an address. */
  readonly to: string;
  readonly subject: string;
  /** Makes the Message-ID: the same mail sent again carries the same, so that whoever receives both shows one. */
  readonly id?: string;
  /** Where a reader's own « unsubscribe » button sends its POST (RFC 8058). None: a mail that is no preference. */
  readonly unsubscribe?: string | null;
  /** One address, to which an answer goes; none: nobody reads one. */
  readonly replyTo?: string | null;
  readonly body: MailBody;
}

/** Sends mail by SMTP, or writes each one as an `.eml` file when MAIL_URL begins with `file:`. */
@Injectable()
export class Mailer implements OnModuleDestroy {
  private readonly transport: Transporter;
  readonly folder: string | null;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.folder = config.MAIL_URL.startsWith('file:') ? config.MAIL_URL.replace(/^file:(\/\/)?/, '') : null;
    this.transport = this.folder
      ? createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
      : createTransport(smtpUrl(config.MAIL_URL));
  }

  onModuleDestroy() {
    this.transport.close();
  }

  /** Resolves once the server has taken the mail. Throws `UnsendableMail` for what no server should be asked to take. */
  async send(mail: Mail): Promise<void> {
    if (!isOneAddress(mail.to)) throw new UnsendableMail('Not the address of one person.');
    const { body } = mail;
    const subject = oneLine(mail.subject);
    const sent = (await this.transport.sendMail({
      from: this.config.MAIL_FROM,
      // As an object, the address is not parsed again: no comma in it makes a second recipient.
      to: { name: '', address: mail.to },
      ...(mail.replyTo ? { replyTo: { name: '', address: mail.replyTo } } : {}),
      subject,
      text: mailText(body),
      html: mailHtml(subject, body),
      textEncoding: 'quoted-printable',
      ...mailHeaders(mail, this.config.publicUrl),
      disableFileAccess: true,
      disableUrlAccess: true,
    })) as { message?: unknown };
    if (this.folder && Buffer.isBuffer(sent.message)) await this.write(this.folder, sent.message);
  }

  private async write(folder: string, message: Buffer) {
    await mkdir(folder, { recursive: true });
    const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}.eml`;
    // Written aside, then renamed: a reader of the folder never sees half a mail.
    await writeFile(join(folder, `.${name}`), message);
    await rename(join(folder, `.${name}`), join(folder, name));
  }
}
