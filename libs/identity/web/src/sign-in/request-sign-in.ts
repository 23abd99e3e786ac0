import { execute, graphql } from '@preau/graphql';
import { type PendingSignIn } from './sign-in-request';

const requestSignInMutation = graphql(`
  mutation RequestSignIn($email: String!) {
    requestSignIn(email: $email) {
      expiresInMinutes
    }
  }
`);

/** Asks for a mail. The answer is the same whether or not the address has an account. */
export async function requestSignIn(email: string): Promise<PendingSignIn> {
  const { requestSignIn: requested } = await execute(requestSignInMutation, { email });
  return { email, minutes: requested.expiresInMinutes };
}
