import { execute, graphql } from '@preau/graphql';

const confirmSignInMutation = graphql(`
  mutation ConfirmSignIn($email: String, $code: String, $token: String) {
    confirmSignIn(email: $email, code: $code, token: $token) {
      __typename
      ... on SignedIn {
        account {
          id
          roles
        }
      }
      ... on SignInPending {
        step
      }
      ... on SignInRefused {
        code
        triesLeft
      }
    }
  }
`);

/** Uses up the code, or the link, of a mail; the server answers with the session's cookie, or says why not. */
export async function confirmSignIn(
  proof: { email: string; code: string } | { token: string; code?: string },
) {
  return (await execute(confirmSignInMutation, proof)).confirmSignIn;
}
