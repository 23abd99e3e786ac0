import '../search.css';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { Empty, GuardedFailure, Loading, Page, Pagination, StatusMessage } from '@preau/ui';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SearchRounds } from '../rounds/search-rounds';
import { SynonymGroup } from './synonym-group';
import { SynonymsForm } from './synonyms-form';
import { listSynonyms } from './synonyms-query';

const KEY = ['synonyms'];

/** /pilotage/synonymes: terms that are found one for another, and the state of the index. */
export function Component() {
  const queries = useQueryClient();
  const [added, setAdded] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam, signal }) => listSynonyms(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  });
  if (error) return <GuardedFailure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const groups = data.pages.flatMap(({ edges }) => edges.map(({ node }) => node));
  const changed = (sentence: string) => {
    setSaid(sentence);
    void queries.invalidateQueries({ queryKey: KEY });
  };
  return (
    <Page
      title="Synonymes et index de la recherche"
      breadcrumb={[{ label: 'Pilotage', to: '/pilotage' }]}
      lead="Qui cherche un sigle trouve aussi ce qu’il abrège, et l’inverse. Un changement vaut aussitôt, pour tout le site."
    >
      <section aria-labelledby="synonymes">
        <h2 id="synonymes">Synonymes</h2>
        <StatusMessage>{said}</StatusMessage>
        {added === null ? (
          <Button
            iconId="fr-icon-add-line"
            onClick={() => {
              // Chosen here: sent twice, it is one group.
              setAdded(crypto.randomUUID());
            }}
          >
            Ajouter un groupe
          </Button>
        ) : (
          <SynonymsForm
            id={added}
            terms={[]}
            onCancel={() => {
              setAdded(null);
            }}
            onSaved={(kept) => {
              setAdded(null);
              changed(`Groupe ajouté\u00a0: ${kept.join(' = ')}.`);
            }}
          />
        )}
        {groups.length === 0 ? (
          <Empty>Aucun groupe de synonymes.</Empty>
        ) : (
          <>
            <ul className="fr-raw-list preau-synonyms">
              {groups.map((group) => (
                <SynonymGroup key={group.id} group={group} onChanged={changed} />
              ))}
            </ul>
            <Pagination
              shown={groups.length}
              total={data.pages[0]?.totalCount ?? null}
              hasMore={hasNextPage}
              loading={isFetchingNextPage}
              onMore={() => void fetchNextPage()}
            />
          </>
        )}
      </section>
      <SearchRounds />
    </Page>
  );
}
