import type { Block, Inline } from './tree';

function* inlinesIn(blocks: readonly Block[]): Generator<Inline> {
  for (const block of blocks) {
    if (block.type === 'paragraph' || block.type === 'heading') yield* deep(block.children);
    else if (block.type === 'quote') yield* inlinesIn(block.children);
    else if (block.type === 'list') for (const item of block.items) yield* inlinesIn(item);
  }
}

function* deep(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline;
    if ('children' in inline) yield* deep(inline.children);
  }
}

/** The accounts a message calls, each once, in the order of the text. Those in quotes were called by somebody else. */
export function mentionsIn(blocks: readonly Block[]): string[] {
  const own = blocks.filter(({ type }) => type !== 'quote');
  return unique(own, (inline) => (inline.type === 'mention' ? inline.accountId : null));
}

/** The ids of the images a message shows, each once. */
export function imagesIn(blocks: readonly Block[]): string[] {
  return unique(blocks, (inline) =>
    inline.type === 'image' && inline.source.kind === 'id' ? inline.source.id : null,
  );
}

/** Whether an image of the message has lost its alternative text. */
export function lacksAlternative(blocks: readonly Block[]): boolean {
  return Array.from(inlinesIn(blocks)).some((inline) => inline.type === 'image' && inline.alt === '');
}

function unique(blocks: readonly Block[], pick: (inline: Inline) => string | null): string[] {
  const found = new Set<string>();
  for (const inline of inlinesIn(blocks)) {
    const id = pick(inline);
    if (id !== null) found.add(id);
  }
  return [...found];
}
