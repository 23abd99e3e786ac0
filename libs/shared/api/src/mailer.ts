import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from './config';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text: readable everywhere, and nothing in it can be disguised. */
  readonly text: string;
}

/** Sends mail by SMTP, or writes each one as an `.eml` file when MAIL_URL begins with `file:`. */
@Injectable()
export class Mailer {
  private readonly transport: Transporter;
  readonly folder: string | null;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.folder = config.MAIL_URL.startsWith('file:') ? config.MAIL_URL.replace(/^file:(\/\/)?/, '') : null;
    this.transport = this.folder
      ? createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
      : createTransport(config.MAIL_URL);
  }

  async send(mail: Mail): Promise<void> {
    const sent = (await this.transport.sendMail({ from: this.config.MAIL_FROM, ...mail })) as {
      message?: unknown;
    };
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
