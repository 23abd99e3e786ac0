import { execute, graphql } from '@preau/graphql';

const revisionsQuery = graphql(`
  query PostHistory($id: ID!) {
    post(id: $id) {
      id
      body
      editedAt
      revisions(first: 50) {
        edges {
          node {
            revision
            title
            body
            writtenAt
          }
        }
      }
    }
  }
`);

/** One version of a message. */
export interface Version {
  readonly title: string | null;
  readonly body: string;
  readonly writtenAt: string;
}

/** Every version of a message, the latest first; empty when it may not be read. */
export async function versionsOf(id: string, title: string | null, signal: AbortSignal): Promise<Version[]> {
  const { post } = await execute(revisionsQuery, { id }, { method: 'GET', signal });
  if (typeof post?.body !== 'string') return [];
  const before = post.revisions.edges.map(({ node }) => ({ ...node, title: node.title ?? null }));
  return [{ title, body: post.body, writtenAt: post.editedAt ?? '' }, ...before];
}
