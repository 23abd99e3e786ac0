import { execute, graphql } from '@preau/graphql';
import type { Order } from '../topics/order';

/** Replies to the topic that come together, and how many of what hangs under each comes with it. */
const ROOTS = 20;
const FIRST_OF_BRANCH = 5;
/** Further messages of a branch, each time they are asked for. */
export const BRANCH_PAGE = 20;

// A fragment counts for two levels of depth, and this is as deep as documents may go.
const threadQuery = graphql(`
  query DebateThread(
    $id: ID!
    $order: ForumOrder!
    $first: Int!
    $underEach: Int!
    $after: ID
    $before: ID
    $from: ID
  ) {
    topic(id: $id) {
      id
      posts(first: $first, order: $order, after: $after, before: $before, from: $from) {
        edges {
          cursor
          node {
            ...PostFields
            isMuted
            branch(first: $underEach) {
              edges {
                node {
                  ...PostFields
                  isMuted
                }
              }
              pageInfo {
                hasNextPage
                endCursor
              }
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      beginning: posts(first: 1, order: $order) {
        edges {
          node {
            id
          }
        }
      }
    }
  }
`);

const branchQuery = graphql(`
  query DebateBranch($id: ID!, $first: Int!, $after: ID) {
    post(id: $id) {
      id
      branch(first: $first, after: $after) {
        edges {
          node {
            ...PostFields
            isMuted
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** From which place a page of a thread is read: after a cursor, back from one, or beginning at a message. */
export type ThreadPlace =
  { readonly after: string | null } | { readonly before: string } | { readonly from: string };

export const threadPage = async (id: string, order: Order, place: ThreadPlace, signal: AbortSignal) =>
  (
    await execute(
      threadQuery,
      { id, order, first: ROOTS, underEach: FIRST_OF_BRANCH, ...place },
      { method: 'GET', signal },
    )
  ).topic;

export type ThreadPage = NonNullable<Awaited<ReturnType<typeof threadPage>>>;
export type Root = ThreadPage['posts']['edges'][number]['node'];

export const branchAfter = async (id: string, after: string | null, signal: AbortSignal) =>
  (await execute(branchQuery, { id, first: BRANCH_PAGE, after }, { method: 'GET', signal })).post?.branch ??
  null;
