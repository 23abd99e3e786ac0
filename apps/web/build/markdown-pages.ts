import { readFileSync } from 'node:fs';
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Plugin } from 'vite';
import type { Block, Inline } from '../src/prose-tree';

/** Turns one page written in Markdown into the small tree that `Prose` draws. Refuses what `Prose` cannot draw. */
export function markdownTree(text: string, values: Readonly<Record<string, string>>): Block[] {
  const filled = text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for {{${name}}}.`);
    return value;
  });
  return fromMarkdown(filled).children.map(block);
}

function block(node: RootContent): Block {
  switch (node.type) {
    case 'heading':
      return {
        type: 'heading',
        level: node.depth,
        id: headingId(plain(node)),
        children: node.children.map(inline),
      };
    case 'paragraph':
      return { type: 'paragraph', children: node.children.map(inline) };
    case 'list':
      return {
        type: 'list',
        ordered: node.ordered ?? false,
        items: node.children.map((item) => item.children.map(block)),
      };
    case 'blockquote':
      return { type: 'quote', children: node.children.map(block) };
    default:
      throw new Error(`A page may not hold: ${node.type}`);
  }
}

function inline(node: PhrasingContent): Inline {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'strong':
    case 'emphasis':
      return { type: node.type, children: node.children.map(inline) };
    case 'inlineCode':
      return { type: 'code', text: node.value };
    case 'link':
      return { type: 'link', to: node.url, children: node.children.map(inline) };
    case 'break':
      return { type: 'break' };
    default:
      throw new Error(`A sentence may not hold: ${node.type}`);
  }
}

function plain(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plain).join('') : '';
}

/** « Voies de recours » → `voies-de-recours`, to link to a section. */
function headingId(text: string): string {
  const words = text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return (words ?? []).join('-');
}

/** `import tree from './page.md'`: parsed when the client is built, so that no parser reaches the browser. */
export function markdownPages(valuesFile: string): Plugin {
  return {
    name: 'preau-markdown-pages',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.md')) return null;
      const { placeholders } = JSON.parse(readFileSync(valuesFile, 'utf8')) as {
        placeholders: Record<string, string>;
      };
      this.addWatchFile(valuesFile);
      return { code: `export default ${JSON.stringify(markdownTree(code, placeholders))};`, map: null };
    },
  };
}
