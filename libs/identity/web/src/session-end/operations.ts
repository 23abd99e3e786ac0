import { execute, graphql } from '@preau/graphql';

const sessionEndQuery = graphql(`
  query SessionEnd {
    me {
      id
      security {
        session {
          id
          secondsLeft
        }
      }
    }
  }
`);

const extendSessionMutation = graphql(`
  mutation ExtendSession {
    extendSession {
      id
      secondsLeft
    }
  }
`);

/** Seconds this session has left, without making use of it; null when it has ended. */
export async function secondsLeft(): Promise<number | null> {
  const { me } = await execute(sessionEndQuery, {}, { background: true });
  return me?.security?.session.secondsLeft ?? null;
}

/** Puts the end off; seconds left then. */
export const extendSession = async () => (await execute(extendSessionMutation, {})).extendSession.secondsLeft;
