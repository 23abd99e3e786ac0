import { execute, graphql } from '@preau/graphql';

const deleteMyAccountMutation = graphql(`
  mutation DeleteMyAccount($confirmation: String!) {
    deleteMyAccount(confirmation: $confirmation) {
      __typename
      ... on DeletionPlanned {
        dueAt
      }
      ... on DeletionRefused {
        code
      }
    }
  }
`);

const cancelAccountDeletionMutation = graphql(`
  mutation CancelAccountDeletion {
    cancelAccountDeletion {
      id
      deletionDueAt
    }
  }
`);

export const deleteMyAccount = async (confirmation: string) =>
  (await execute(deleteMyAccountMutation, { confirmation })).deleteMyAccount;

export const cancelAccountDeletion = () => execute(cancelAccountDeletionMutation, {});
