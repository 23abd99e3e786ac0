import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { formatDay } from '@preau/ui';
import { ROLE_NAMES } from '../messages';

export const grantWordsFragment = graphql(`
  fragment GrantWords on RoleGrant {
    id
    role
    themeId
    endsAt
    territory {
      level
      name
    }
  }
`);

type Level = 'ETABLISSEMENT' | 'DEPARTEMENT' | 'ACADEMIE' | 'REGION' | 'NATION';

const ofName = (name: string) => (/^[aeiouyéèêî]/i.test(name) ? `d’${name}` : `de ${name}`);

const PLACES: Record<Level, (name: string) => string> = {
  ETABLISSEMENT: (name) => `établissement ${name}`,
  DEPARTEMENT: (name) => `département\u00a0: ${name}`,
  ACADEMIE: (name) => `académie ${ofName(name)}`,
  REGION: (name) => `région académique ${name}`,
  NATION: () => 'tout le pays',
};

/** A role with where, on what and until when it holds: « Modération, académie de Lille, jusqu’au 3 mars 2027 ». */
export function grantWords(
  grant: FragmentType<typeof grantWordsFragment>,
  themeNames: ReadonlyMap<string, string>,
): string {
  const { role, territory, themeId, endsAt } = readFragment(grantWordsFragment, grant);
  const theme = themeId ? themeNames.get(themeId) : undefined;
  const parts = [
    ROLE_NAMES[role],
    territory ? PLACES[territory.level](territory.name) : null,
    themeId ? (theme ? `thème «\u00a0${theme}\u00a0»` : 'sur un thème') : null,
    endsAt ? `jusqu’au ${formatDay(new Date(endsAt))}` : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}
