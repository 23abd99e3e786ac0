import '../notifications.css';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { execute, graphql } from '@preau/graphql';
import { Empty, GuardedFailure, Loading, Page, Pagination, plural } from '@preau/ui';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { failureSentence } from '../messages';
import { NoticeItem } from './notice-item';
import { NOTICES, UNREAD } from './unread';

const notificationsQuery = graphql(`
  query MyNotifications($first: Int, $after: ID) {
    unreadNotifications
    notifications(first: $first, after: $after) {
      totalCount
      edges {
        node {
          id
          ...NoticeItem
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const readOneMutation = graphql(`
  mutation MarkNotificationRead($id: ID!) {
    markNotificationRead(id: $id) {
      unread
    }
  }
`);

const readAllMutation = graphql(`
  mutation MarkAllNotificationsRead($until: ID!) {
    markAllNotificationsRead(until: $until) {
      unread
    }
  }
`);

const PAGE_SIZE = 20;

/** /mon-espace/notifications: what I was told, the latest first. */
export function Component() {
  const queries = useQueryClient();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: NOTICES,
    queryFn: ({ pageParam, signal }) =>
      execute(notificationsQuery, { first: PAGE_SIZE, after: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ notifications: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  });
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: NOTICES });
    await queries.invalidateQueries({ queryKey: UNREAD });
  };
  const readOne = useMutation({
    mutationFn: (id: string) => execute(readOneMutation, { id }),
    onSuccess: refresh,
  });
  const readAll = useMutation({
    mutationFn: (until: string) => execute(readAllMutation, { until }),
    onSuccess: refresh,
  });
  if (error) return <GuardedFailure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const nodes = data.pages.flatMap(({ notifications }) => notifications.edges.map(({ node }) => node));
  const unread = data.pages[0]?.unreadNotifications ?? 0;
  const latest = nodes[0]?.id;
  const failure = readOne.error ?? readAll.error;
  return (
    <Page
      title="Mes notifications"
      breadcrumb={[{ label: 'Mon espace', to: '/mon-espace' }]}
      lead={
        unread === 0
          ? 'Vous avez tout lu.'
          : `${plural(unread, 'notification non lue', 'notifications non lues')}.`
      }
    >
      <p>
        <Link to="/mon-espace/courriels">Choisir celles que je reçois aussi par courriel</Link>
      </p>
      {unread > 0 && latest ? (
        <Button
          priority="secondary"
          disabled={readAll.isPending}
          onClick={() => {
            readAll.mutate(latest);
          }}
        >
          Tout marquer comme lu
        </Button>
      ) : null}
      <p role="alert">{failure ? failureSentence(failure) : ''}</p>
      {nodes.length === 0 ? (
        <Empty action={<Link to="/">Voir les concertations</Link>}>
          Rien pour le moment. Suivez une concertation, un thème ou un sujet&nbsp;: ce qui s’y passe s’annonce
          ici.
        </Empty>
      ) : (
        <>
          <ul className="preau-notices">
            {nodes.map((node) => (
              <NoticeItem
                key={node.id}
                notice={node}
                onRead={(id) => {
                  readOne.mutate(id);
                }}
              />
            ))}
          </ul>
          <Pagination
            shown={nodes.length}
            total={data.pages[0]?.notifications.totalCount ?? null}
            hasMore={hasNextPage}
            loading={isFetchingNextPage}
            onMore={() => void fetchNextPage()}
          />
        </>
      )}
    </Page>
  );
}
