import { execute, graphql } from '@preau/graphql';

const signOutUrlQuery = graphql(`
  query SignOutUrl {
    signOutUrl
  }
`);

const signOutMutation = graphql(`
  mutation SignOut {
    signOut
  }
`);

/**
 * Ends a session as said. Resolves with the address where the provider that opened it ends its own, if one did: on a computer
 * that is shared, the next person would enter by it. That address is asked for first, and missing it keeps nobody in.
 */
export async function leaving(end: () => Promise<unknown>): Promise<string | null> {
  const url = await execute(signOutUrlQuery, {}).then(
    ({ signOutUrl }) => signOutUrl ?? null,
    () => null,
  );
  await end();
  return url;
}

export const signOut = () => leaving(() => execute(signOutMutation, {}));
