import { Button } from '@codegouvfr/react-dsfr/Button';
import { execute, graphql, readFragment, type FragmentType } from '@preau/graphql';
import { Empty, formatDay, useHeadingFocus } from '@preau/ui';
import { useState } from 'react';
import { grantWords } from '../account/grant-words';
import { useThemeNames } from '../account/use-theme-names';
import { type AdministeredAccount } from './account-query';
import { REVOKE_REFUSALS } from './messages';
import { ReasonForm } from './reason-form';

const accountGrantFragment = graphql(`
  fragment AccountGrant on RoleGrant {
    id
    themeId
    reason
    grantedBy
    grantedAt
    ...GrantWords
  }
`);

const revokeMutation = graphql(`
  mutation RevokeRole($grantId: ID!, $reason: String!) {
    revokeRole(grantId: $grantId, reason: $reason) {
      __typename
      ... on RevokeRefused {
        code
      }
    }
  }
`);

interface AccountGrantsProps {
  readonly account: AdministeredAccount;
  readonly onChanged: (sentence: string) => Promise<void>;
}

/** The roles of somebody: where, on what, until when; why, and given by whom. */
export function AccountGrants({ account, onChanged }: AccountGrantsProps) {
  return (
    <section aria-labelledby="roles">
      <h2 id="roles">Rôles</h2>
      {account.grants.length === 0 ? (
        <Empty>Aucun rôle&nbsp;: cette personne participe, comme tout le monde.</Empty>
      ) : (
        <ul className="preau-admin__list">
          {account.grants.map((grant) => (
            <Grant
              key={grant.id}
              grant={grant}
              canRevoke={account.viewerCan.grant || account.viewerCan.reinstate}
              onChanged={onChanged}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface GrantProps {
  readonly grant: FragmentType<typeof accountGrantFragment>;
  readonly canRevoke: boolean;
  readonly onChanged: (sentence: string) => Promise<void>;
}

function Grant({ grant, canRevoke, onChanged }: GrantProps) {
  const known = readFragment(accountGrantFragment, grant);
  const { id, themeId, reason, grantedBy, grantedAt } = known;
  const [isRevoking, setIsRevoking] = useState(false);
  const { heading, lead } = useHeadingFocus();
  const themeNames = useThemeNames(themeId !== null);
  const name = grantWords(known, themeNames);
  const revoke = async (why: string) => {
    const { revokeRole } = await execute(revokeMutation, { grantId: id, reason: why });
    if (revokeRole.__typename === 'RevokeRefused') return REVOKE_REFUSALS[revokeRole.code];
    await onChanged(`Rôle retiré\u00a0: ${name}. Les sessions de cette personne sont terminées.`);
    return null;
  };
  return (
    <li>
      <h3 ref={heading} className="fr-text--lead fr-mb-0" tabIndex={-1}>
        {name}
      </h3>
      <p className="preau-admin__aside">
        Donné le {formatDay(new Date(grantedAt))} par {grantedBy ?? 'la plateforme'}
        {reason ? ` — «\u00a0${reason}\u00a0»` : ''}
      </p>
      {!canRevoke ? null : isRevoking ? (
        <ReasonForm
          id={`role-${id}`}
          action="Retirer ce rôle"
          warning="Ses sessions prennent fin aussitôt, avec les téléchargements en cours."
          onConfirm={revoke}
          onCancel={() => {
            setIsRevoking(false);
            lead();
          }}
        />
      ) : (
        <Button
          className="fr-mt-1w"
          size="small"
          priority="tertiary"
          title={`Retirer le rôle\u00a0: ${name}`}
          onClick={() => {
            setIsRevoking(true);
          }}
        >
          Retirer ce rôle
        </Button>
      )}
    </li>
  );
}
