import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { Access } from '../access';
import { CONFIG, type Config } from '../config';
import { DEV_MAIL_STYLE, mailListPage, mailPage } from './dev-mail.page';
import { readEml } from './eml';
import { notFound } from '../errors';
import { Mailer } from './mailer';

const SHOWN = 100;
const MAIL_FILE = /^[0-9A-Za-z-]+\.eml$/;
const HTML = 'text/html; charset=utf-8';

/** The mails of a demonstration, shown instead of sent. Anywhere else these addresses do not exist. */
@Controller('dev/mail')
export class DevMailController {
  constructor(
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Access('public')
  @Header('content-type', HTML)
  @Header('cache-control', 'no-store')
  async list(): Promise<string> {
    const files = await this.files();
    const newest = files.toSorted().reverse().slice(0, SHOWN);
    const mails = await Promise.all(newest.map(async (file) => ({ file, ...(await this.read(file)) })));
    return mailListPage(mails, files.length - newest.length);
  }

  @Get('style.css')
  @Access('public')
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    this.folder();
    return DEV_MAIL_STYLE;
  }

  @Get(':file')
  @Access('public')
  @Header('content-type', HTML)
  @Header('cache-control', 'no-store')
  async show(@Param('file') file: string): Promise<string> {
    // Only a name found in the folder is ever joined to its path.
    if (!(await this.files()).includes(file)) throw notFound();
    return mailPage({ file, ...(await this.read(file)) });
  }

  /** The mail as a reader would show it. Its styles are on its elements, which no page of the site may do: it stands alone. */
  @Get(':file/html')
  @Access('public')
  @Header('content-type', HTML)
  @Header('cache-control', 'no-store')
  @Header('content-security-policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'")
  async html(@Param('file') file: string): Promise<string> {
    if (!(await this.files()).includes(file)) throw notFound();
    const { html } = await this.read(file);
    if (html === null) throw notFound();
    return html;
  }

  private folder(): string {
    if (!this.config.EMBEDDED || this.mailer.folder === null) throw notFound();
    return this.mailer.folder;
  }

  private async files(): Promise<string[]> {
    const names = await readdir(this.folder()).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    return names.filter((name) => MAIL_FILE.test(name));
  }

  private async read(file: string) {
    return readEml(await readFile(join(this.folder(), file), 'utf8'));
  }
}
