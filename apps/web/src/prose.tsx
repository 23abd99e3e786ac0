import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Block, Inline } from './prose-tree';

/** Draws a page of text. Elements are created, never parsed: no HTML passes through here. */
export function Prose({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <div className="preau-prose">
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { readonly block: Block }): ReactNode {
  switch (block.type) {
    case 'heading': {
      const Heading = `h${String(block.level)}` as 'h2' | 'h3' | 'h4';
      return <Heading id={block.id}>{sentence(block.children)}</Heading>;
    }
    case 'paragraph':
      return <p>{sentence(block.children)}</p>;
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, index) => (
            <li key={index}>
              {item.map((inner, position) =>
                // A list of short sentences: no paragraph inside an item that has only one.
                inner.type === 'paragraph' && item.length === 1 ? (
                  <Fragment key={position}>{sentence(inner.children)}</Fragment>
                ) : (
                  <BlockView key={position} block={inner} />
                ),
              )}
            </li>
          ))}
        </List>
      );
    }
    case 'quote':
      return (
        <blockquote>
          {block.children.map((inner, index) => (
            <BlockView key={index} block={inner} />
          ))}
        </blockquote>
      );
  }
}

const sentence = (inlines: readonly Inline[]): ReactNode =>
  inlines.map((inline, index) => <InlineView key={index} inline={inline} />);

function InlineView({ inline }: { readonly inline: Inline }): ReactNode {
  if (typeof inline === 'string') return inline;
  switch (inline.type) {
    case 'strong':
      return <strong>{sentence(inline.children)}</strong>;
    case 'emphasis':
      return <em>{sentence(inline.children)}</em>;
    case 'code':
      return <code>{inline.text}</code>;
    case 'break':
      return <br />;
    case 'link':
      // Pages of the client change without reloading; files of the server (security.txt) and other sites do not.
      return inline.to.startsWith('/') && !inline.to.startsWith('/.') ? (
        <Link to={inline.to}>{sentence(inline.children)}</Link>
      ) : (
        <a href={inline.to}>{sentence(inline.children)}</a>
      );
  }
}
