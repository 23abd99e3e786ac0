import { execute, graphql } from '@preau/graphql';
import { type AdministeredAccount } from './account-query';
import { RESET_REFUSALS } from './messages';
import { ReasonedSection } from './reasoned-section';

const resetMutation = graphql(`
  mutation ResetSecondFactor($accountId: ID!, $reason: String!) {
    resetSecondFactor(accountId: $accountId, reason: $reason) {
      __typename
      ... on ResetSecondFactorRefused {
        code
      }
    }
  }
`);

async function reset(accountId: string, reason: string): Promise<string | null> {
  const { resetSecondFactor: result } = await execute(resetMutation, { accountId, reason });
  return result.__typename === 'ResetSecondFactorRefused' ? RESET_REFUSALS[result.code] : null;
}

interface SecondFactorSectionProps {
  readonly account: AdministeredAccount;
  readonly onChanged: (sentence: string) => Promise<void>;
}

/** For somebody who has lost both their telephone and their recovery codes. */
export function SecondFactorSection({ account, onChanged }: SecondFactorSectionProps) {
  if (!account.viewerCan.resetSecondFactor) return null;
  return (
    <ReasonedSection
      id={`second-facteur-${account.id}`}
      title="Retirer la double authentification"
      warning={
        'Pour une personne qui a perdu son téléphone et ses codes de secours. Assurez-vous d’abord, de vive voix, que la demande vient bien d’elle\u00a0: ensuite, un courriel suffit pour entrer dans ce compte. Ses sessions prennent fin aussitôt, elle en est avertie par courriel avec votre motif, et ses rôles qui demandent une double authentification attendent qu’elle en active une autre.'
      }
      done="La double authentification de ce compte est retirée."
      act={(reason) => reset(account.id, reason)}
      onChanged={onChanged}
    />
  );
}
