import { execute, graphql } from '@preau/graphql';
import { useQuery } from '@tanstack/react-query';

const frameQuery = graphql(`
  query DebatesFrame($slug: String!) {
    consultation(slug: $slug) {
      id
      slug
      title
      phase
      opensAt
      closesAt
      themes {
        id
        slug
        title
        shortTitle
        accent
        pictogram
      }
    }
  }
`);

/** What every page of the debates stands in: the consultation, its dates, its themes. Null: there is no such consultation. */
export const useDebatesFrame = (slug: string) =>
  useQuery({
    queryKey: ['debates-frame', slug],
    queryFn: async ({ signal }) =>
      (await execute(frameQuery, { slug }, { method: 'GET', signal })).consultation,
    staleTime: 5 * 60_000,
  });

export type DebatesFrame = NonNullable<ReturnType<typeof useDebatesFrame>['data']>;
export type FrameTheme = DebatesFrame['themes'][number];
