import { safeLink } from './addresses';
import type { Inline } from './tree';

/** A space, a quotation mark or a bracket ends an address that is written in a sentence. */
const ADDRESS = /\bhttps?:\/\/[^\s\p{C}<>"«»“”`\\]+/giu;
const LAST_SIGNS = /[.,;:!?'’*_~…\])]$/;

/** « (voir https://exemple.fr/a_(b)). » : the address without the signs that end the sentence. */
function trimmed(address: string): string {
  let end = address.length;
  let opened = address.split('(').length - address.split(')').length;
  while (LAST_SIGNS.test(address.slice(Math.max(0, end - 1), end))) {
    // A bracket that closes one of the address belongs to it.
    if (address[end - 1] === ')' && opened++ >= 0) break;
    end--;
  }
  return address.slice(0, end);
}

/** A text in which the addresses of the Web become links. */
export function withLinks(text: string): Inline[] {
  const found: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const url = trimmed(match[0]);
    if (safeLink(url) === null) continue;
    if (match.index > from) found.push({ type: 'text', text: text.slice(from, match.index) });
    found.push({ type: 'link', url, children: [{ type: 'text', text: url }] });
    from = match.index + url.length;
  }
  if (from < text.length) found.push({ type: 'text', text: text.slice(from) });
  return found;
}
