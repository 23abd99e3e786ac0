import '../forum.css';
import type { FollowRefusalCode } from '@preau/forum-domain';
import { execute, graphql, readFragment } from '@preau/graphql';
import { useSessionState } from '@preau/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { FollowToggle } from './follow-toggle';

const themesQuery = graphql(`
  query FollowedThemes($slug: String!) {
    consultation(slug: $slug) {
      id
      themes {
        id
        isFollowed
      }
    }
  }
`);

const followMutation = graphql(`
  mutation FollowTheme($themeId: ID!) {
    followTheme(themeId: $themeId) {
      ...ThemeFollowOutcome
    }
  }
`);

const unfollowMutation = graphql(`
  mutation UnfollowTheme($themeId: ID!) {
    unfollowTheme(themeId: $themeId) {
      ...ThemeFollowOutcome
    }
  }
`);

const outcome = graphql(`
  fragment ThemeFollowOutcome on FollowThemeResult {
    __typename
    ... on FollowRefused {
      code
    }
  }
`);

async function chooseTheme(themeId: string, follow: boolean): Promise<FollowRefusalCode | null> {
  const fragment = follow
    ? (await execute(followMutation, { themeId })).followTheme
    : (await execute(unfollowMutation, { themeId })).unfollowTheme;
  const result = readFragment(outcome, fragment);
  return result.__typename === 'FollowRefused' ? result.code : null;
}

interface FollowThemeProps {
  readonly consultation: string;
  readonly themeId: string;
}

/** Follows a theme: one is told of the topics that begin in it. */
export function FollowTheme({ consultation, themeId }: FollowThemeProps) {
  const queries = useQueryClient();
  const queryKey = ['followed-themes', consultation];
  const { data } = useQuery({
    queryKey,
    queryFn: async ({ signal }) =>
      (await execute(themesQuery, { slug: consultation }, { signal })).consultation,
    enabled: useSessionState() === 'SIGNED_IN',
  });
  return (
    <FollowToggle
      label="Suivre ce thème"
      news="ses nouveaux sujets"
      what={`theme:${themeId}`}
      isFollowed={data?.themes.find(({ id }) => id === themeId)?.isFollowed}
      choose={async (follow) => {
        const code = await chooseTheme(themeId, follow);
        if (code === null) await queries.invalidateQueries({ queryKey });
        return code;
      }}
    />
  );
}
