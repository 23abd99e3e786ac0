import { execute, graphql } from '@preau/graphql';

const accountQuery = graphql(`
  query AdministeredAccount($id: ID!) {
    account(id: $id) {
      id
      displayName
      isPseudonym
      email
      academie
      professionalDomain
      state
      hasSecondFactor
      suspensionReason
      deletionDueAt
      createdAt
      viewerCan {
        grant
        suspend
        reinstate
        resetSecondFactor
      }
      grants {
        id
        ...AccountGrant
      }
    }
    me {
      id
    }
  }
`);

export type AdministeredAccount = NonNullable<Awaited<ReturnType<typeof readAccount>>['account']>;

export const readAccount = (id: string, signal?: AbortSignal) =>
  execute(accountQuery, { id }, signal ? { signal } : {});
