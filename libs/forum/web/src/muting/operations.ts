import { execute, graphql, readFragment } from '@preau/graphql';
import type { MuteRefusalCode } from '@preau/forum-domain';

const muteMutation = graphql(`
  mutation MutePerson($accountId: ID!) {
    mutePerson(accountId: $accountId) {
      ...MuteOutcome
    }
  }
`);

const unmuteMutation = graphql(`
  mutation UnmutePerson($accountId: ID!) {
    unmutePerson(accountId: $accountId) {
      ...MuteOutcome
    }
  }
`);

const outcome = graphql(`
  fragment MuteOutcome on MuteResult {
    __typename
    ... on MuteRefused {
      code
    }
  }
`);

/** Folds what somebody writes, or no longer; gives why it was refused, if it was. They are not told. */
export async function chooseMuted(accountId: string, isMuted: boolean): Promise<MuteRefusalCode | null> {
  const fragment = isMuted
    ? (await execute(muteMutation, { accountId })).mutePerson
    : (await execute(unmuteMutation, { accountId })).unmutePerson;
  const result = readFragment(outcome, fragment);
  return result.__typename === 'MuteRefused' ? result.code : null;
}
