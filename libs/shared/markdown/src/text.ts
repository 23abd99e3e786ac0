import { IMAGE_WITHOUT_ALTERNATIVE } from './words';
import { plainText, type Block, type Inline } from './tree';

export interface TextOptions {
  /** Leaves out what is quoted: those are the words of somebody else (search, excerpts). */
  readonly withoutQuotes?: boolean;
  /** Writes the address after the words of each link, whole: for mails in plain text. */
  readonly siteUrl?: string;
}

/** A message in plain text: one empty line between its parts, `- ` and `1. ` before items, `> ` before quotes. */
export function markdownToText(blocks: readonly Block[], options: TextOptions = {}): string {
  return blocks
    .map((block) => blockText(block, options))
    .filter((text) => text !== '')
    .join('\n\n');
}

function blockText(block: Block, options: TextOptions): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.children, options);
    case 'codeBlock':
      return block.text;
    case 'list': {
      const { items, ordered, start, tight } = block;
      return items
        .map((item, index) => hanging(ordered ? `${start + index}. ` : '- ', itemText(item, tight, options)))
        .join('\n');
    }
    case 'quote':
      return options.withoutQuotes
        ? ''
        : markdownToText(block.children, options).replace(/^/gm, '> ').replace(/ +$/gm, '');
    case 'rule':
      return '';
  }
}

const itemText = (item: readonly Block[], tight: boolean, options: TextOptions) =>
  item
    .map((block) => blockText(block, options))
    .filter((text) => text !== '')
    .join(tight ? '\n' : '\n\n');

/** The lines of an item stand under its first word. */
const hanging = (mark: string, text: string) =>
  mark + text.replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`);

function inlineText(inlines: readonly Inline[], options: TextOptions): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case 'break':
          return '\n';
        case 'image':
          return inline.alt || IMAGE_WITHOUT_ALTERNATIVE;
        case 'emphasis':
        case 'strong':
          return inlineText(inline.children, options);
        case 'link':
          return linkText(inline, options);
        default:
          return plainText([inline]);
      }
    })
    .join('');
}

function linkText({ url, children }: Inline & { type: 'link' }, options: TextOptions): string {
  const words = inlineText(children, options);
  if (options.siteUrl === undefined) return words;
  const whole = url.startsWith('/') ? `${options.siteUrl}${url}` : url.replace(/^mailto:/i, '');
  return words === whole ? words : `${words} (${whole})`;
}

/** The beginning of a plain text on one line, cut after a word: at most `max` characters, the last being « … » when cut. */
export function excerpt(text: string, max: number): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  if (characters.length <= max) return characters.join('');
  const kept = characters.slice(0, Math.max(0, max - 1)).join('');
  const next = characters[max - 1];
  const word = next === ' ' ? kept.length : kept.lastIndexOf(' ');
  // A single long word is cut where it must be.
  const end = word > kept.length / 2 ? word : kept.length;
  return `${kept.slice(0, end).replace(/[\s,;:.!?(«]+$/, '')}…`;
}
