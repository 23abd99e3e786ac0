import { Page } from '@preau/ui';
import type { ReactNode } from 'react';
import { titleOf } from './pages';
import { Prose } from './prose';
import { plainText, type Block } from './prose-tree';

/** From this many parts on, a page says at its top what it holds. */
const WORTH_A_SUMMARY = 3;

interface ContentPageProps {
  readonly slug: string;
  readonly blocks: readonly Block[];
  readonly children?: ReactNode;
}

/** A page of text: its title from the list of pages, its parts, the text, then what a page may add. */
export function ContentPage({ slug, blocks, children }: ContentPageProps) {
  const parts = blocks.filter((block) => block.type === 'heading' && block.level === 2);
  return (
    <Page title={titleOf(slug)} breadcrumb={[]}>
      <div className="preau-content">
        {parts.length >= WORTH_A_SUMMARY ? (
          <nav className="preau-summary-links" aria-labelledby="sommaire">
            <h2 id="sommaire">Dans cette page</h2>
            <ul>
              {parts.map((part) =>
                part.type === 'heading' ? (
                  <li key={part.id}>
                    <a href={`#${part.id}`}>{plainText(part.children)}</a>
                  </li>
                ) : null,
              )}
            </ul>
          </nav>
        ) : null}
        <div>
          <Prose blocks={blocks} />
          {children}
        </div>
      </div>
    </Page>
  );
}
