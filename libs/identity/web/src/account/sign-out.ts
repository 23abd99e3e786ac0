import { execute, graphql } from '@preau/graphql';

const signOutMutation = graphql(`
  mutation SignOut {
    signOut
  }
`);

export const signOut = () => execute(signOutMutation, {});
