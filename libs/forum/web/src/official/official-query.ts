import { execute, graphql } from '@preau/graphql';

const officialQuery = graphql(`
  query OfficialReplies($slug: String!, $theme: String, $first: Int!, $after: ID) {
    officialPosts(consultation: $slug, theme: $theme, first: $first, after: $after) {
      totalCount
      edges {
        node {
          id
          topicId
          excerpt(length: 300)
          createdAt
          official {
            name
          }
          topic {
            id
            title
            theme {
              shortTitle
              accent
              pictogram
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const countQuery = graphql(`
  query OfficialCount($slug: String!, $theme: String, $first: Int!) {
    officialPosts(consultation: $slug, theme: $theme, first: $first) {
      totalCount
    }
  }
`);

/** What services wrote in a consultation, or a theme of it, the latest first. */
export const officialPage = async (
  slug: string,
  theme: string | null,
  after: string | null,
  signal: AbortSignal,
) =>
  (await execute(officialQuery, { slug, theme, first: 20, after }, { method: 'GET', signal })).officialPosts;

export const officialCount = async (slug: string, theme: string | null, signal: AbortSignal) =>
  (await execute(countQuery, { slug, theme, first: 1 }, { method: 'GET', signal })).officialPosts
    .totalCount ?? 0;

export type OfficialPost = Awaited<ReturnType<typeof officialPage>>['edges'][number]['node'];
