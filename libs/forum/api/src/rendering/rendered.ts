import { Inject, Injectable } from '@nestjs/common';
import { excerpt, markdownToHtml, markdownToText, parseMarkdown } from '@preau/markdown';
import { CONFIG, type Config } from '@preau/shared-api';
import { RecentTexts } from './recent-texts';

/** Characters each process remembers: some ten thousand messages. */
const REMEMBERED = 16 * 1024 * 1024;
/** Marks and quotes take room as well; the rest of a long message need not be parsed for how it begins. */
const EXCERPT_READ = 2_000;

/** Words in Markdown, and what tells this version of them from every other. */
export interface Words {
  readonly id: string;
  readonly revision: number | string;
  readonly body: string;
}

/** Messages as HTML and as plain text, worked out for those who ask and remembered: parsing costs more than reading. */
@Injectable()
export class Rendered {
  private readonly texts = new RecentTexts(REMEMBERED);
  private readonly siteUrl: string;

  constructor(@Inject(CONFIG) { publicUrl }: Config) {
    this.siteUrl = publicUrl;
  }

  /** HTML that holds nothing but what Markdown can say, its addresses whole. */
  html({ id, revision, body }: Words): string {
    return this.texts.of(`h ${id} ${revision}`, () =>
      markdownToHtml(parseMarkdown(body), { siteUrl: this.siteUrl }),
    );
  }

  /** How it begins, in plain text on one line, without what it quotes: at most so many characters. */
  excerpt({ id, revision, body }: Words, length: number): string {
    const text = this.texts.of(`t ${id} ${revision}`, () =>
      markdownToText(parseMarkdown(body.slice(0, EXCERPT_READ)), { withoutQuotes: true }),
    );
    return excerpt(text, length);
  }
}
