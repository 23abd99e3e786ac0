import { formatDay, useTerritories } from '@preau/ui';
import { StateBadge } from './account-line';
import { type AdministeredAccount } from './account-query';
import { STATE_NAMES } from './messages';

/** Who it is: no more than changing rights needs. */
export function AccountFacts({ account }: { readonly account: AdministeredAccount }) {
  const { email, isPseudonym, academie, professionalDomain, state, suspensionReason, deletionDueAt } =
    account;
  const nameOf = useTerritories()?.nameOf;
  const facts: readonly (readonly [string, string | null])[] = [
    ['Nom affiché', isPseudonym ? 'un pseudonyme' : 'le nom de la personne, d’après elle'],
    ['Adresse électronique', email ?? 'aucune'],
    ['Adresse professionnelle', professionalDomain ? `vérifiée\u00a0: ${professionalDomain}` : null],
    ['Académie', academie ? `${nameOf?.('academie', academie) ?? '…'}, d’après la personne` : null],
    ['Double authentification', account.hasSecondFactor ? 'activée' : 'pas activée'],
    ['Compte ouvert', `le ${formatDay(new Date(account.createdAt))}`],
    ['Suppression demandée', deletionDueAt ? `pour le ${formatDay(new Date(deletionDueAt))}` : null],
    ['Motif de la suspension', suspensionReason ?? null],
  ];
  return (
    <dl className="preau-account">
      <dt>État</dt>
      <dd>{state === 'ACTIVE' ? STATE_NAMES.ACTIVE : <StateBadge state={state} />}</dd>
      {facts.map(([name, fact]) =>
        fact === null ? null : (
          <div key={name} className="preau-admin__fact">
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
