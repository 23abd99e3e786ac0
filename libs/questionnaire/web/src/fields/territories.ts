import reference from '@preau/data/territories.json' with { type: 'json' };
import type { TerritoryLevel } from '@preau/questionnaire-domain';
import { fieldMessages } from './messages';

/** Loaded only where a territory is asked or shown: the lists weigh more than the rest of a page. */
export interface Territories {
  readonly groups: Readonly<Record<Exclude<TerritoryLevel, 'etablissement'>, readonly TerritoryGroup[]>>;
  /** The name of a territory, or its code when it is not in the lists. */
  readonly nameOf: (level: string, code: string) => string;
}

export interface TerritoryGroup {
  readonly name: string;
  readonly territories: readonly { readonly code: string; readonly name: string }[];
}

const typographic = (name: string) => name.replaceAll("'", '’');
const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'fr');
const sorted = (territories: readonly { code: string; name: string }[]) =>
  territories.map(({ code, name }) => ({ code, name: typographic(name) })).sort(byName);

const regions = sorted(reference.regions).flatMap(({ code, name }) =>
  reference.regions.filter((region) => region.code === code).map((region) => ({ ...region, name })),
);

const groups: Territories['groups'] = {
  academie: [
    ...regions.map(({ name, academies }) => ({ name, territories: sorted(academies) })),
    { name: fieldMessages.outsideAcademies, territories: reference.outsideAcademies.territories },
  ],
  departement: regions.map(({ name, academies }) => ({
    name,
    territories: sorted(academies.flatMap((academie) => academie.departements)),
  })),
};

export const territories: Territories = {
  groups,
  nameOf: (level, code) => {
    const lists = level === 'academie' || level === 'departement' ? groups[level] : [];
    const found = lists.flatMap((group) => group.territories).find((territory) => territory.code === code);
    return found?.name ?? code;
  },
};
