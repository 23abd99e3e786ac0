import { execute, graphql } from '@preau/graphql';

const beginMutation = graphql(`
  mutation BeginSecondFactor($code: String) {
    beginSecondFactor(code: $code) {
      __typename
      ... on SecondFactorSetup {
        uri
        secret
      }
      ...FactorRefused
    }
  }
`);

const confirmSetupMutation = graphql(`
  mutation ConfirmSecondFactorSetup($code: String!) {
    confirmSecondFactorSetup(code: $code) {
      __typename
      ... on RecoveryCodesGiven {
        codes
      }
      ...FactorRefused
    }
  }
`);

const confirmMutation = graphql(`
  mutation ConfirmSecondFactor($code: String!) {
    confirmSecondFactor(code: $code) {
      __typename
      ... on SignedIn {
        account {
          id
          roles
        }
      }
      ...FactorRefused
    }
  }
`);

const showMutation = graphql(`
  mutation ShowSecondFactor($code: String!) {
    showSecondFactor(code: $code) {
      __typename
      ...FactorRefused
    }
  }
`);

const renewMutation = graphql(`
  mutation RenewRecoveryCodes($code: String!) {
    renewRecoveryCodes(code: $code) {
      __typename
      ... on RecoveryCodesGiven {
        codes
      }
      ...FactorRefused
    }
  }
`);

const removeMutation = graphql(`
  mutation RemoveSecondFactor($code: String!) {
    removeSecondFactor(code: $code) {
      __typename
      ...FactorRefused
    }
  }
`);

export const beginSecondFactor = async (code: string | null) =>
  (await execute(beginMutation, { code })).beginSecondFactor;

export const confirmSetup = async (code: string) =>
  (await execute(confirmSetupMutation, { code })).confirmSecondFactorSetup;

export const confirmSecondFactor = async (code: string) =>
  (await execute(confirmMutation, { code })).confirmSecondFactor;

export const showSecondFactor = async (code: string) =>
  (await execute(showMutation, { code })).showSecondFactor;

export const renewRecoveryCodes = async (code: string) =>
  (await execute(renewMutation, { code })).renewRecoveryCodes;

export const removeSecondFactor = async (code: string) =>
  (await execute(removeMutation, { code })).removeSecondFactor;
