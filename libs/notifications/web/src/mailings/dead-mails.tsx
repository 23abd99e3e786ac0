import { Button } from '@codegouvfr/react-dsfr/Button';
import { execute, graphql } from '@preau/graphql';
import { Empty, Failure, formatDateTime, Loading, Pagination, plural, StatusMessage } from '@preau/ui';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { failureSentence } from '../messages';

const deadMailsQuery = graphql(`
  query DeadMails($first: Int, $after: ID) {
    deadMails(first: $first, after: $after) {
      totalCount
      edges {
        node {
          id
          recipient
          subject
          tries
          lastError
          createdAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const retryMutation = graphql(`
  mutation RetryMail($id: ID!) {
    retryMail(id: $id) {
      __typename
    }
  }
`);

/** Mails no server takes, with what it said, and a way to try again. */
export function DeadMails() {
  const queries = useQueryClient();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['dead-mails'],
    queryFn: async ({ pageParam, signal }) =>
      (await execute(deadMailsQuery, { first: 20, after: pageParam }, { signal })).deadMails,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  });
  const retry = useMutation({
    mutationFn: (id: string) => execute(retryMutation, { id }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['dead-mails'] });
      await queries.invalidateQueries({ queryKey: ['mail-figures'] });
    },
  });
  const nodes = data?.pages.flatMap(({ edges }) => edges.map(({ node }) => node)) ?? [];
  return (
    <section aria-labelledby="envois-impossibles" className="preau-mailings__part">
      <h2 id="envois-impossibles">Impossibles à envoyer</h2>
      {error ? <Failure error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      <StatusMessage>{retry.isSuccess ? 'Ce courriel est de nouveau en attente.' : ''}</StatusMessage>
      <p role="alert">{retry.error ? failureSentence(retry.error) : ''}</p>
      {data && nodes.length === 0 ? <Empty>Aucun&nbsp;: tout ce qui devait partir part.</Empty> : null}
      {nodes.length > 0 ? (
        <>
          <ul className="preau-notices">
            {nodes.map(({ id, recipient, subject, tries, lastError, createdAt }) => (
              <li key={id}>
                <p className="preau-mailings__dead">
                  <strong>{subject}</strong>, à {recipient}
                  <br />
                  Après {plural(tries, 'essai', 'essais')}, réponse du serveur&nbsp;: {lastError}
                  <time dateTime={createdAt}>Du {formatDateTime(createdAt)}</time>
                </p>
                <Button
                  size="small"
                  priority="secondary"
                  aria-label={`Réessayer d’envoyer à ${recipient ?? ''}\u00a0: ${subject}`}
                  disabled={retry.isPending}
                  onClick={() => {
                    retry.mutate(id);
                  }}
                >
                  Réessayer
                </Button>
              </li>
            ))}
          </ul>
          <Pagination
            shown={nodes.length}
            total={data?.pages[0]?.totalCount ?? null}
            hasMore={hasNextPage}
            loading={isFetchingNextPage}
            onMore={() => void fetchNextPage()}
          />
        </>
      ) : null}
    </section>
  );
}
