import { Link } from 'react-router';
import { AuditList } from './audit-list';
import { NO_FILTER } from './audit-query';
import { AUDIT } from './places';

/** What was done to an account, and where to read what its owner did. */
export function AccountHistory({ accountId }: { readonly accountId: string }) {
  return (
    <section aria-labelledby="historique">
      <h2 id="historique">Historique</h2>
      <AuditList
        filters={{ ...NO_FILTER, object: `account:${accountId}` }}
        titleAs="h3"
        empty="Rien n’a encore été fait sur ce compte."
      />
      <p>
        <Link to={`${AUDIT.to}?compte=${accountId}`}>Ce que cette personne a fait avec ses droits</Link>
      </p>
    </section>
  );
}
