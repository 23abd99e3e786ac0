import { fromMarkdown } from 'mdast-util-from-markdown';
import { blocksOf } from './blocks';
import { constructsRefused, MAX_LENGTH } from './limits';
import { cleaned, Reading } from './reading';
import type { Block } from './tree';

/** A hole in a page, and slow to read: of a run of empty lines, twenty are kept. */
const EMPTY_LINES = /\n(?:[ \t]*\n){20,}/g;

/** HTML is never read as such: `<script>` is eight characters. */
const HTML = ['htmlFlow', 'htmlText'];

/**
 * Reads a message: CommonMark without HTML, in which a single line end is a line end and an address of the Web is a link.
 * Never throws, and takes a time in proportion to the text, whatever it holds (see `limits.ts`).
 */
export function parseMarkdown(text: string): Block[] {
  const seen = cleaned(text.replace(/\r\n?/g, '\n')).replace(EMPTY_LINES, '\n'.repeat(20));
  if (seen.length > MAX_LENGTH) return asTyped(seen);
  const refused = [...HTML, ...constructsRefused(seen)];
  const root = fromMarkdown(seen, { extensions: [{ disable: { null: refused } }] });
  return blocksOf(root.children, new Reading(root), 0);
}

function asTyped(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ type: 'paragraph', children: [{ type: 'text', text: part.trim() }] }));
}
