import '../forum.css';
import { Empty, Failure, Loading, Page, Pagination } from '@preau/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { Missing } from '../frame/missing';
import { useDebatesFrame } from '../frame/use-debates-frame';
import { consultationPath, debatesPath } from '../paths';
import { ThemeFilter } from '../topics/theme-filter';
import { OfficialCard } from './official-card';
import { officialPage } from './official-query';

/** …/debats/reponses-officielles: what services of the institution wrote, of all debates or of a theme. */
export function Component() {
  const { slug = '' } = useParams();
  const [search] = useSearchParams();
  const frame = useDebatesFrame(slug);
  const theme = frame.data?.themes.find((one) => one.slug === search.get('theme')) ?? null;
  const asked = theme?.slug ?? null;
  const list = useRef<HTMLUListElement>(null);
  const shownBefore = useRef<number | null>(null);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['official-posts', slug, asked],
    queryFn: ({ pageParam, signal }) => officialPage(slug, asked, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    enabled: Boolean(frame.data),
  });
  const posts = (data?.pages ?? []).flatMap(({ edges }) => edges.map(({ node }) => node));
  const count = posts.length;
  useEffect(() => {
    if (shownBefore.current === null || count <= shownBefore.current) return;
    list.current?.children[shownBefore.current]?.querySelector<HTMLElement>('a')?.focus();
    shownBefore.current = null;
  }, [count]);
  if (frame.error) return <Failure error={frame.error} retry={() => void frame.refetch()} />;
  if (frame.data === undefined) return <Loading />;
  const consultation = frame.data;
  if (!consultation)
    return <Missing what="Cette concertation" to="/" label="Voir les concertations en cours" />;
  return (
    <Page
      title={theme ? `Réponses du ministère\u00a0: ${theme.shortTitle}` : 'Réponses du ministère'}
      breadcrumb={[
        { label: consultation.title, to: consultationPath(slug) },
        { label: 'Débats', to: debatesPath(slug) },
      ]}
      lead="Ce que les services ont écrit dans les débats, du plus récent au plus ancien. Chaque réponse s’ouvre là où elle se lit, avec ce à quoi elle répond."
    >
      <ThemeFilter themes={consultation.themes} chosen={asked} />
      {error ? <Failure error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading label="Chargement des réponses…" /> : null}
      {data && count === 0 ? <Empty>Aucun service n’a encore répondu ici.</Empty> : null}
      {count > 0 ? (
        <>
          <ul ref={list} className="preau-topics">
            {posts.map((post) => (
              <li key={post.id}>
                <OfficialCard slug={slug} post={post} withTheme={theme === null} />
              </li>
            ))}
          </ul>
          <Pagination
            shown={count}
            total={data?.pages[0]?.totalCount ?? null}
            hasMore={hasNextPage}
            loading={isFetchingNextPage}
            onMore={() => {
              shownBefore.current = count;
              void fetchNextPage();
            }}
          />
        </>
      ) : null}
    </Page>
  );
}
