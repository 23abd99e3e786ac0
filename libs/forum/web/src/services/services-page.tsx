import '../forum.css';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { Empty, GuardedFailure, Loading, Page, Pagination, StatusMessage, useHeadingFocus } from '@preau/ui';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newId } from '../drafts/new-id';
import { SERVICES_KEY } from '../official/services-query';
import { ServiceForm } from './service-form';
import { ServiceItem } from './service-item';
import { listServices } from './services-operations';

const LEAD =
  'Une réponse officielle porte le nom d’un service. Toute personne de l’équipe du ministère peut répondre et conclure au nom de chacun d’eux.';
const KEY = ['managed-services'];

/** /pilotage/services: the services of the institution that answer in the debates, as the team names them. */
export function Component() {
  const queries = useQueryClient();
  const [added, setAdded] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const { heading, lead } = useHeadingFocus();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam, signal }) => listServices(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  });
  if (error) return <GuardedFailure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const services = data.pages.flatMap(({ edges }) => edges.map(({ node }) => node));
  const changed = (sentence: string) => {
    setSaid(sentence);
    lead();
    void queries.invalidateQueries({ queryKey: KEY });
    void queries.invalidateQueries({ queryKey: SERVICES_KEY });
  };
  return (
    <Page
      title="Services qui répondent dans les débats"
      breadcrumb={[{ label: 'Pilotage', to: '/pilotage' }]}
      lead={LEAD}
    >
      <section aria-labelledby="services">
        <h2 id="services" ref={heading} tabIndex={-1}>
          Services
        </h2>
        <StatusMessage>{said}</StatusMessage>
        {added === null ? (
          <Button
            iconId="fr-icon-add-line"
            onClick={() => {
              // Chosen here: sent twice, it is one service.
              setAdded(newId());
            }}
          >
            Ajouter un service
          </Button>
        ) : (
          <ServiceForm
            id={added}
            name=""
            onCancel={() => {
              setAdded(null);
            }}
            onSaved={(name) => {
              setAdded(null);
              changed(`Service ajouté\u00a0: ${name}.`);
            }}
          />
        )}
        {services.length === 0 ? (
          <Empty>Aucun service n’est encore nommé.</Empty>
        ) : (
          <>
            <ul className="fr-raw-list">
              {services.map((service) => (
                <ServiceItem key={service.id} service={service} onChanged={changed} />
              ))}
            </ul>
            <Pagination
              shown={services.length}
              total={data.pages[0]?.totalCount ?? null}
              hasMore={hasNextPage}
              loading={isFetchingNextPage}
              onMore={() => void fetchNextPage()}
            />
          </>
        )}
      </section>
    </Page>
  );
}
