import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { execute, graphql } from '@preau/graphql';
import { formatNumber, plural } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';

const auditChainQuery = graphql(`
  query AuditChain {
    auditChain {
      entries
      isWhole
      broken
      head
    }
  }
`);

/** Whether the log is whole: each entry holds the fingerprint of the one before. */
export function AuditChainNotice() {
  const { data } = useQuery({
    queryKey: ['audit-chain'],
    queryFn: ({ signal }) => execute(auditChainQuery, {}, { signal }),
  });
  if (!data) return null;
  const { entries, isWhole, broken, head } = data.auditChain;
  if (isWhole) {
    return (
      <Alert
        small
        severity="success"
        description={
          <>
            Journal entier&nbsp;: {plural(entries, 'entrée vérifiée', 'entrées vérifiées')}, sans rupture.
            {head ? ` Dernière empreinte\u00a0: ${head.slice(0, 16)}…` : ''}
          </>
        }
      />
    );
  }
  return (
    <Alert
      severity="error"
      as="h2"
      title="Le journal a été modifié"
      description={`La chaîne est rompue à l’entrée ${broken.map(formatNumber).join(', ')}\u00a0: une entrée y a été changée, ou une entrée manque avant elle.`}
    />
  );
}
