import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { formatDateTime, formatNumber, useTerritories } from '@preau/ui';
import { Link } from 'react-router';
import { actionName, detailWords, objectWords } from './audit-words';
import { ACCOUNTS } from './places';

const auditLineFragment = graphql(`
  fragment AuditLine on AuditEntry {
    id
    rank
    at
    accountId
    accountName
    action
    object
    objectName
    details
  }
`);

interface AuditLineProps {
  readonly entry: FragmentType<typeof auditLineFragment>;
  /** Of the title of each entry, under the headings of its page. */
  readonly titleAs: 'h2' | 'h3';
}

/** One entry of the log: what, on what, by whom, when. */
export function AuditLine({ entry, titleAs: Title }: AuditLineProps) {
  const line = readFragment(auditLineFragment, entry);
  const nameOf = useTerritories()?.nameOf;
  const object = objectWords(line.object, line.objectName);
  const accountId =
    line.object.startsWith('account:') && line.objectName !== null ? line.object.slice(8) : null;
  return (
    <li>
      <div className="preau-admin__line">
        <Title>
          {actionName(line.action)}
          {object === null ? null : (
            <>
              {'\u00a0: '}
              {accountId ? <Link to={`${ACCOUNTS.to}/${accountId}`}>{object}</Link> : object}
            </>
          )}
        </Title>
      </div>
      {detailWords(line.details, nameOf).map((words) => (
        <p key={words} className="fr-mb-0">
          {words}
        </p>
      ))}
      <p className="preau-admin__aside">
        Nº&nbsp;{formatNumber(line.rank)} — {formatDateTime(line.at)}, par{' '}
        {line.accountName === null ? (
          'un compte supprimé'
        ) : (
          <Link to={`${ACCOUNTS.to}/${line.accountId}`}>{line.accountName}</Link>
        )}
      </p>
    </li>
  );
}
