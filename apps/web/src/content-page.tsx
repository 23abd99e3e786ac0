import { Page } from '@preau/ui';
import type { ReactNode } from 'react';
import { pages } from './content/pages.json';
import { Prose } from './prose';
import type { Block } from './prose-tree';

interface ContentPageProps {
  readonly slug: string;
  readonly blocks: readonly Block[];
  readonly children?: ReactNode;
}

/** A page of text: its title from the list of pages, then the text, then what a page may add. */
export function ContentPage({ slug, blocks, children }: ContentPageProps) {
  const title = pages.find((page) => page.slug === slug)?.title ?? slug;
  return (
    <Page title={title} breadcrumb={[]}>
      <Prose blocks={blocks} />
      {children}
    </Page>
  );
}
