import './administration.css';
import { GuardedFailure, Loading, Page } from '@preau/ui';
import { execute, graphql } from '@preau/graphql';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { AuditChainNotice } from './audit-chain-notice';
import { AuditFilters } from './audit-filters';
import { AuditList } from './audit-list';
import { fileAddress, type AuditFilters as Filters } from './audit-query';
import { ADMINISTRATION, AUDIT } from './places';

const mayReadQuery = graphql(`
  query MayReadAudit {
    auditEntries(first: 1) {
      totalCount
    }
  }
`);

/** Names of the filters in the address. */
const NAMES = { action: 'action', account: 'compte', object: 'objet', from: 'du', to: 'au' } as const;

/** /administration/journal: who did what with their rights. */
export function Component() {
  const [params, setParams] = useSearchParams();
  const filters = useMemo(() => filtersOf(params), [params]);
  const { data, error, refetch } = useQuery({
    queryKey: ['may-read-audit'],
    queryFn: ({ signal }) => execute(mayReadQuery, {}, { signal }),
  });
  if (error) return <GuardedFailure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const search = (typed: Filters) => {
    const given = Object.entries(typed).filter(([, value]) => value !== '');
    setParams(
      Object.fromEntries(given.map(([name, value]) => [NAMES[name as keyof Filters], value as string])),
    );
  };
  return (
    <Page
      title="Journal"
      breadcrumb={[ADMINISTRATION]}
      lead="Qui a fait quoi avec ses droits. Rien ne s’y efface, pas même par un administrateur."
    >
      <AuditChainNotice />
      <div className="fr-mt-3w">
        <AuditFilters filters={filters} onSearch={search} />
      </div>
      {filters.account || filters.object ? (
        <p>
          Seulement {filters.account ? 'ce qu’une personne a fait' : 'ce qui a été fait sur un même objet'}.{' '}
          <Link to={AUDIT.to}>Tout le journal</Link>
        </p>
      ) : null}
      <p>
        <a className="fr-link fr-link--download" href={fileAddress(filters)} download>
          Télécharger ces entrées (CSV)
        </a>
      </p>
      <AuditList filters={filters} titleAs="h2" empty="Aucune entrée ne répond à ces filtres." />
    </Page>
  );
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[0-9a-f-]{36}$/i;

/** What the address asks for; what it could not ask for is left out. */
function filtersOf(params: URLSearchParams): Filters {
  const read = (name: string, form?: RegExp) => {
    const value = params.get(name) ?? '';
    return form && !form.test(value) ? '' : value;
  };
  return {
    action: read(NAMES.action),
    account: read(NAMES.account, ID),
    object: read(NAMES.object),
    from: read(NAMES.from, DAY),
    to: read(NAMES.to, DAY),
  };
}
