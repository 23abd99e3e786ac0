import type { List, RootContent } from 'mdast';
import { isMessagePath } from './addresses';
import { inlinesOf } from './inlines';
import { MAX_DEPTH } from './limits';
import { cleaned, wordsIn, type Reading } from './reading';
import { withLines } from './lines';
import type { Block } from './tree';

export function blocksOf(nodes: readonly RootContent[], reading: Reading, depth: number): Block[] {
  return nodes.flatMap((node) => blockOf(node, reading, depth) ?? []);
}

function blockOf(node: RootContent, reading: Reading, depth: number): Block | null {
  if (depth >= MAX_DEPTH && (node.type === 'list' || node.type === 'blockquote')) return flat(node);
  switch (node.type) {
    case 'paragraph': {
      const children = inlinesOf(node.children, reading);
      return children.length > 0 ? { type: 'paragraph', children } : null;
    }
    case 'heading': {
      const children = inlinesOf(node.children, reading);
      // An empty heading is announced by screen readers, and says nothing.
      return children.length > 0 ? { type: 'heading', level: reading.levelOf(node.depth), children } : null;
    }
    case 'code':
      return { type: 'codeBlock', language: languageOf(node.lang), text: cleaned(node.value) };
    case 'list':
      return listOf(node, reading, depth);
    case 'blockquote': {
      const children = blocksOf(node.children, reading, depth + 1);
      return children.length > 0 ? { type: 'quote', source: sourceOf(children), children } : null;
    }
    case 'thematicBreak':
      return { type: 'rule' };
    case 'definition':
      return null;
    default:
      // Nothing else is read today; a node to come would be shown by its words.
      return flat(node);
  }
}

function listOf(node: List, reading: Reading, depth: number): Block {
  return {
    type: 'list',
    ordered: node.ordered ?? false,
    start: node.start ?? 1,
    tight: !node.children.some(({ spread }) => spread) && !node.spread,
    items: node.children.map((item) => blocksOf(item.children, reading, depth + 1)),
  };
}

function flat(node: RootContent): Block | null {
  const words = wordsIn(node).trim();
  return words === '' ? null : { type: 'paragraph', children: withLines(words) };
}

/** `js`, `c++`, `objective-c`: one short word, or nothing. */
const languageOf = (lang: string | null | undefined) =>
  /^[\w+#.-]{1,30}$/.test(lang ?? '') ? (lang ?? null) : null;

/** A quote that begins with a link to a message says where it comes from. */
function sourceOf([first]: readonly Block[]): string | null {
  const link = first?.type === 'paragraph' ? first.children[0] : undefined;
  return link?.type === 'link' && isMessagePath(link.url) ? link.url : null;
}
