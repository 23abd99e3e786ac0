import type { Block } from '@preau/markdown';
import { use, type ReactNode } from 'react';
import { Inlines } from './inline-view';
import { Surroundings } from './markdown-context';

export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, index) => <BlockView key={index} block={block} />);
}

function BlockView({ block }: { readonly block: Block }): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Inlines inlines={block.children} />
        </p>
      );
    case 'heading':
      return <Heading block={block} />;
    case 'codeBlock':
      return (
        <pre translate="no">
          <code>{block.text}</code>
        </pre>
      );
    case 'list':
      return <ListView block={block} />;
    case 'quote':
      return (
        <blockquote cite={block.source ?? undefined}>
          <Blocks blocks={block.children} />
        </blockquote>
      );
    case 'rule':
      return <hr />;
  }
}

function Heading({ block: { level, children } }: { readonly block: Block & { type: 'heading' } }) {
  const { headingLevel } = use(Surroundings);
  const Tag = `h${String(Math.min(headingLevel + level - 1, 6))}` as 'h3';
  return (
    <Tag className={`preau-markdown__title preau-markdown__title--${String(level)}`}>
      <Inlines inlines={children} />
    </Tag>
  );
}

function ListView({ block }: { readonly block: Block & { type: 'list' } }) {
  const items = block.items.map((item, index) => (
    <li key={index}>
      {item.map((inner, position) =>
        block.tight && inner.type === 'paragraph' ? (
          <Inlines key={position} inlines={inner.children} />
        ) : (
          <BlockView key={position} block={inner} />
        ),
      )}
    </li>
  ));
  return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
}
