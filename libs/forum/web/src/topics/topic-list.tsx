import { Empty, Failure, formatNumber, Loading, StatusMessage } from '@preau/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { useEffect, useRef, type ReactNode } from 'react';
import { TopicCard } from './topic-card';
import { topicsPage, type TopicsAsked } from './topics-query';

interface TopicListProps {
  readonly asked: TopicsAsked;
  /** Those that stand above in a list of their own. */
  readonly pinned: ReadonlySet<string>;
  readonly empty: ReactNode;
}

/** Topics, page by page. The focus goes on at the first of those that were asked for. */
export function TopicList({ asked, pinned, empty }: TopicListProps) {
  const list = useRef<HTMLUListElement>(null);
  const shownBefore = useRef<number | null>(null);
  const { slug, theme, order } = asked;
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['debates', slug, theme, order],
    queryFn: ({ pageParam, signal }) => topicsPage(asked, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  });
  const topics = (data?.pages ?? [])
    .flatMap(({ edges }) => edges.map(({ node }) => node))
    .filter(({ id }) => !pinned.has(id));
  const count = topics.length;
  useEffect(() => {
    if (shownBefore.current === null || count <= shownBefore.current) return;
    list.current?.children[shownBefore.current]?.querySelector<HTMLElement>('a')?.focus();
    shownBefore.current = null;
  }, [count]);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading label="Chargement des sujets…" />;
  if (count === 0) return pinned.size > 0 ? null : <Empty>{empty}</Empty>;
  const total = data.pages[0]?.totalCount;
  const of = typeof total === 'number' ? ` sur ${formatNumber(Math.max(total, count + pinned.size))}` : '';
  return (
    <>
      <ul ref={list} className="preau-topics">
        {topics.map((topic) => (
          <li key={topic.id}>
            <TopicCard consultation={slug} topic={topic} withTheme={theme === null} />
          </li>
        ))}
      </ul>
      <div className="preau-pagination">
        <StatusMessage>{`${formatNumber(count + pinned.size)}${of} ${count + pinned.size < 2 ? 'affiché' : 'affichés'}`}</StatusMessage>
        {hasNextPage ? (
          <Button
            priority="secondary"
            disabled={isFetchingNextPage}
            onClick={() => {
              shownBefore.current = count;
              void fetchNextPage();
            }}
          >
            {isFetchingNextPage ? 'Chargement…' : 'Voir plus de sujets'}
          </Button>
        ) : null}
      </div>
    </>
  );
}
