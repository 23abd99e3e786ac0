import reference from '@preau/data/territories.json' with { type: 'json' };

/** The levels people choose in a list; establishments are searched. */
export type ListedLevel = 'academie' | 'departement';

/** Loaded only where a territory is asked or shown: the lists weigh more than the rest of a page. */
export interface Territories {
  /** By région académique; places outside them (vice-rectorats, abroad) last. */
  readonly groups: Readonly<Record<ListedLevel, readonly TerritoryGroup[]>>;
  /** Régions académiques. */
  readonly regions: readonly { readonly code: string; readonly name: string }[];
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
    { name: reference.outsideAcademies.label, territories: reference.outsideAcademies.territories },
  ],
  departement: regions.map(({ name, academies }) => ({
    name,
    territories: sorted(academies.flatMap((academie) => academie.departements)),
  })),
};

export const territories: Territories = {
  groups,
  regions: regions.map(({ code, name }) => ({ code, name })),
  nameOf: (level, code) => {
    if (level === 'region') return regions.find((region) => region.code === code)?.name ?? code;
    const lists = level === 'academie' || level === 'departement' ? groups[level] : [];
    const found = lists.flatMap((group) => group.territories).find((territory) => territory.code === code);
    return found?.name ?? code;
  },
};
