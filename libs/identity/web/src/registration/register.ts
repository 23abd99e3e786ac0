import { execute, graphql } from '@preau/graphql';
import { CHARTER_VERSION } from '@preau/identity-domain';
import type { RegistrationForm } from './registration-form';

const registerMutation = graphql(`
  mutation Register($input: RegisterInput!) {
    register(input: $input) {
      __typename
      ... on SignedIn {
        account {
          id
          roles
        }
      }
      ... on RegistrationRefused {
        code
        faults {
          field
          code
        }
      }
    }
  }
`);

export const pendingSignInQuery = graphql(`
  query PendingSignIn {
    pendingSignIn {
      id
      step
      email
      proposedName
      professionalDomain
      academie
    }
  }
`);

/** Creates the account. The form is complete: `emptyFields` found nothing. */
export async function register(form: RegistrationForm) {
  const { age, displayName, isPseudonym, declaredRole } = form;
  if (age === '' || declaredRole === '') throw new Error('The form is not complete');
  const academie = form.academie || null;
  const charterVersion = form.accepts ? CHARTER_VERSION : null;
  const input = { age, displayName, isPseudonym, declaredRole, academie, charterVersion };
  return (await execute(registerMutation, { input })).register;
}
