import { Empty, GuardedFailure, Loading, Page, Pagination, StatusMessage } from '@preau/ui';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { actionFailure } from '../messages';

interface Connection<Node> {
  readonly totalCount: number | null;
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/** What an item of a list of one’s own may do: take itself out of it. */
export interface ListTools {
  /** Does it, says so, and reads the list again. */
  readonly leave: (does: () => Promise<unknown>, said: string) => void;
}

interface MyListProps<Node> {
  readonly title: string;
  readonly lead: string;
  readonly listKey: string;
  readonly load: (
    variables: { readonly first: number; readonly after: string | null },
    signal: AbortSignal,
  ) => Promise<Connection<Node>>;
  readonly empty: string;
  readonly keyOf: (node: Node) => string;
  readonly render: (node: Node, tools: ListTools) => ReactNode;
}

const PAGE_SIZE = 20;

/** A page of one’s own space: a list read page by page. A visitor signs in first. */
export function MyList<Node>({ title, lead, listKey, load, empty, keyOf, render }: MyListProps<Node>) {
  const queries = useQueryClient();
  const list = useRef<HTMLUListElement>(null);
  const hasLeft = useRef(false);
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState('');
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [listKey],
    // What was just written, followed or thrown away elsewhere on the site is there.
    staleTime: 0,
    queryFn: ({ pageParam, signal }) => load({ first: PAGE_SIZE, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null),
  });
  useEffect(() => {
    if (!hasLeft.current) return;
    hasLeft.current = false;
    // What had the focus is gone: one goes on from the list, or from the title when nothing is left.
    (list.current ?? document.querySelector('h1'))?.focus();
  }, [data]);
  if (error) return <GuardedFailure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const nodes = data.pages.flatMap(({ edges }) => edges.map(({ node }) => node));
  const leave: ListTools['leave'] = (does, sentence) => {
    setFault('');
    does()
      .then(() => {
        hasLeft.current = true;
        return queries.invalidateQueries({ queryKey: [listKey] });
      })
      .then(
        () => {
          setSaid(sentence);
        },
        (cause: unknown) => {
          setFault(actionFailure(cause));
        },
      );
  };
  return (
    <Page title={title} breadcrumb={[{ label: 'Mon espace', to: '/mon-espace' }]} lead={lead}>
      <StatusMessage>{said}</StatusMessage>
      <p role="alert">{fault}</p>
      {nodes.length === 0 ? (
        <Empty action={<Link to="/">Voir les concertations</Link>}>{empty}</Empty>
      ) : (
        <>
          <ul ref={list} tabIndex={-1} className="preau-topics" aria-label={title}>
            {nodes.map((node) => (
              <li key={keyOf(node)}>{render(node, { leave })}</li>
            ))}
          </ul>
          <Pagination
            shown={nodes.length}
            total={data.pages[0]?.totalCount ?? null}
            hasMore={hasNextPage}
            loading={isFetchingNextPage}
            onMore={() => void fetchNextPage()}
          />
        </>
      )}
    </Page>
  );
}
