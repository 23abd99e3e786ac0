import { execute, graphql } from '@preau/graphql';

const servicesQuery = graphql(`
  query ManagedServices($first: Int!, $after: ID) {
    managedForumServices(first: $first, after: $after) {
      totalCount
      edges {
        node {
          id
          name
          endedAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const outcome = graphql(`
  fragment ServiceOutcome on SaveForumServiceResult {
    __typename
    ... on ManagingRefused {
      code
    }
  }
`);
export { outcome as serviceOutcome };

const saveMutation = graphql(`
  mutation SaveForumService($input: SaveForumServiceInput!) {
    saveForumService(input: $input) {
      ...ServiceOutcome
    }
  }
`);

const endMutation = graphql(`
  mutation EndForumService($id: ID!, $ended: Boolean!) {
    endForumService(id: $id, ended: $ended) {
      ...ServiceOutcome
    }
  }
`);

export const listServices = async (after: string | null, signal: AbortSignal) =>
  (await execute(servicesQuery, { first: 20, after }, { signal })).managedForumServices;
export const saveService = async (id: string, name: string) =>
  (await execute(saveMutation, { input: { id, name } })).saveForumService;
export const endService = async (id: string, ended: boolean) =>
  (await execute(endMutation, { id, ended })).endForumService;
