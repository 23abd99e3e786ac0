import { execute, graphql } from '@preau/graphql';

export const factorFragment = graphql(`
  fragment FactorState on AccountSecurity {
    secondFactorSince
    recoveryCodesLeft
    secondFactorShown
    secondFactorWanted
    rightsWaiting
  }
`);

const mySecurityQuery = graphql(`
  query MySecurity {
    me {
      id
      security {
        ...FactorState
      }
    }
    site {
      secondFactor
    }
  }
`);

const mySessionsQuery = graphql(`
  query MySessions($after: ID) {
    me {
      id
      security {
        sessions(first: 20, after: $after) {
          edges {
            node {
              id
              current
              device
              createdAt
              lastSeenAt
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

const endSessionMutation = graphql(`
  mutation EndSession($id: ID!) {
    endSession(id: $id)
  }
`);

const endOtherSessionsMutation = graphql(`
  mutation EndOtherSessions {
    endOtherSessions
  }
`);

const signOutEverywhereMutation = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere
  }
`);

export const mySecurity = (signal: AbortSignal) => execute(mySecurityQuery, {}, { signal });

/** A page of one's own sessions; null once one is signed out. */
export const mySessions = async (after: string | null, signal: AbortSignal) =>
  (await execute(mySessionsQuery, { after }, { signal })).me?.security?.sessions ?? null;

export const endSession = async (id: string) => (await execute(endSessionMutation, { id })).endSession;
export const endOtherSessions = async () => (await execute(endOtherSessionsMutation, {})).endOtherSessions;
export const signOutEverywhere = async () => (await execute(signOutEverywhereMutation, {})).signOutEverywhere;
