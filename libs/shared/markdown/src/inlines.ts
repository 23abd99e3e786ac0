import type { PhrasingContent } from 'mdast';
import { hostOf, imageSource, mentionedAccount, safeLink } from './addresses';
import { MAX_DEPTH } from './limits';
import { withLines } from './lines';
import { withLinks } from './literal-links';
import { cleaned, wordsIn, type Reading } from './reading';
import { plainText, type Inline } from './tree';

interface Place {
  readonly reading: Reading;
  readonly depth: number;
  /** A link holds no other link. */
  readonly inLink: boolean;
}

/** The contents of a paragraph or of a heading. */
export function inlinesOf(nodes: readonly PhrasingContent[], reading: Reading): Inline[] {
  return children(nodes, { reading, depth: 0, inLink: false });
}

function children(nodes: readonly PhrasingContent[], place: Place): Inline[] {
  if (place.depth > MAX_DEPTH) return withLines(nodes.map(wordsIn).join(''));
  const inner = { ...place, depth: place.depth + 1 };
  const found: Inline[] = [];
  for (const node of nodes) {
    if (node.type === 'link' && takeMention(node.url, wordsIn(node), found)) continue;
    found.push(...inline(node, inner));
  }
  return joined(found);
}

/** `@[Camille](compte:…)`: the sign was read as text, the rest as a link. */
function takeMention(url: string, name: string, found: Inline[]): boolean {
  const accountId = mentionedAccount(url);
  const before = found.at(-1);
  if (accountId === null || name.trim() === '' || before?.type !== 'text' || !before.text.endsWith('@'))
    return false;
  found.pop();
  if (before.text !== '@') found.push({ type: 'text', text: before.text.slice(0, -1) });
  found.push({ type: 'mention', accountId, name: oneLine(name) });
  return true;
}

function inline(node: PhrasingContent, place: Place): Inline[] {
  switch (node.type) {
    case 'text':
      return text(cleaned(node.value), place);
    case 'emphasis':
    case 'strong': {
      const inner = children(node.children, place);
      return inner.length > 0 ? [{ type: node.type, children: inner }] : [];
    }
    case 'inlineCode':
      return [{ type: 'code', text: cleaned(node.value) }];
    case 'break':
      return [{ type: 'break' }];
    case 'link':
      return link(node.url, node.children, place);
    case 'linkReference': {
      const url = place.reading.addressOf(node);
      return url === null ? children(node.children, place) : link(url, node.children, place);
    }
    case 'image':
      return image(node.url, node.alt, place);
    case 'imageReference':
      return image(place.reading.addressOf(node) ?? '', node.alt, place);
    default:
      // Nothing else is read today; a node to come would be shown by its words.
      return withLines(wordsIn(node));
  }
}

const text = (value: string, { inLink }: Place): Inline[] =>
  (inLink ? [{ type: 'text', text: value } as const] : withLinks(value)).flatMap((part) =>
    part.type === 'text' ? withLines(part.text) : [part],
  );

function link(address: string, words: readonly PhrasingContent[], place: Place): Inline[] {
  const url = place.inLink ? null : safeLink(address);
  const shown = children(words, { ...place, inLink: place.inLink || url !== null });
  if (url === null) return shown;
  return [{ type: 'link', url, children: misleads(plainText(shown), url) ? [addressAsText(url)] : shown }];
}

const addressAsText = (url: string): Inline => ({ type: 'text', text: url.replace(/^mailto:/i, '') });

/** Words that look like the address of another site than the one the link leads to; or nothing to read at all. */
function misleads(words: string, url: string): boolean {
  if (words.trim() === '') return true;
  const said = /^\s*(?:https?:\/\/|www\.)([^\s/?#:]+)/i.exec(words)?.[1]?.toLowerCase();
  const bare = (host: string | null | undefined) => host?.replace(/^www\./, '') ?? null;
  return said !== undefined && bare(said) !== bare(hostOf(url));
}

/** An image of elsewhere would tell that site who reads: it becomes a link that one may follow, or not. */
function image(url: string, typed: string | null | undefined, place: Place): Inline[] {
  const alt = oneLine(typed ?? '');
  const source = imageSource(url);
  if (source) return [{ type: 'image', source, alt }];
  const target = place.inLink ? null : safeLink(url);
  const words: Inline[] = alt === '' ? [] : [{ type: 'text', text: alt }];
  if (target === null) return words;
  return [{ type: 'link', url: target, children: misleads(alt, target) ? [addressAsText(target)] : words }];
}

const oneLine = (value: string) => cleaned(value).replace(/\s+/g, ' ').trim();

/** Texts that touch become one. */
function joined(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    const last = result.at(-1);
    if (inline.type === 'text' && last?.type === 'text')
      result[result.length - 1] = { type: 'text', text: last.text + inline.text };
    else result.push(inline);
  }
  return result;
}
