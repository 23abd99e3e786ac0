import { execute, graphql } from '@preau/graphql';
import { type AdministeredAccount } from './account-query';
import { REINSTATE_REFUSALS, SUSPEND_REFUSALS } from './messages';
import { ReasonedSection } from './reasoned-section';

const suspendMutation = graphql(`
  mutation SuspendAccount($accountId: ID!, $reason: String!) {
    suspendAccount(accountId: $accountId, reason: $reason) {
      __typename
      ... on SuspendRefused {
        code
      }
    }
  }
`);

const reinstateMutation = graphql(`
  mutation ReinstateAccount($accountId: ID!, $reason: String!) {
    reinstateAccount(accountId: $accountId, reason: $reason) {
      __typename
      ... on ReinstateRefused {
        code
      }
    }
  }
`);

const WORDS = {
  suspend: {
    title: 'Suspendre ce compte',
    warning:
      'Ses sessions prennent fin aussitôt. La personne pourra se connecter pour lire, répondre et retrouver ses données, mais n’exercera plus aucun rôle.',
    done: 'Le compte est suspendu.',
  },
  reinstate: {
    title: 'Rouvrir ce compte',
    warning: 'La personne retrouve ses rôles à sa prochaine connexion.',
    done: 'Le compte est rouvert.',
  },
} as const;

const ACTS: Record<keyof typeof WORDS, (accountId: string, reason: string) => Promise<string | null>> = {
  suspend: async (accountId, reason) => {
    const { suspendAccount: result } = await execute(suspendMutation, { accountId, reason });
    return result.__typename === 'SuspendRefused' ? SUSPEND_REFUSALS[result.code] : null;
  },
  reinstate: async (accountId, reason) => {
    const { reinstateAccount: result } = await execute(reinstateMutation, { accountId, reason });
    return result.__typename === 'ReinstateRefused' ? REINSTATE_REFUSALS[result.code] : null;
  },
};

interface SuspensionSectionProps {
  readonly account: AdministeredAccount;
  readonly onChanged: (sentence: string) => Promise<void>;
}

/** Closing an account to its owner, or opening it again, for a reason. */
export function SuspensionSection({ account, onChanged }: SuspensionSectionProps) {
  const { suspend, reinstate } = account.viewerCan;
  if (!suspend && !reinstate) return null;
  const act = reinstate ? 'reinstate' : 'suspend';
  return (
    <ReasonedSection
      key={act}
      id={`${act}-${account.id}`}
      {...WORDS[act]}
      act={(reason) => ACTS[act](account.id, reason)}
      onChanged={onChanged}
    />
  );
}
