import { execute, graphql } from '@preau/graphql';
import { useQuery } from '@tanstack/react-query';

const themeNamesQuery = graphql(`
  query ThemeNames {
    consultations {
      themes {
        id
        shortTitle
      }
    }
  }
`);

/** The names of the themes, once they are there, by id; asked for only where somebody's role is bound to one. */
export function useThemeNames(isWanted: boolean): ReadonlyMap<string, string> {
  const { data } = useQuery({
    queryKey: ['theme-names'],
    queryFn: ({ signal }) => execute(themeNamesQuery, {}, { method: 'GET', signal }),
    enabled: isWanted,
  });
  const themes = data?.consultations.flatMap((consultation) => consultation.themes) ?? [];
  return new Map(themes.map(({ id, shortTitle }) => [id, shortTitle]));
}
