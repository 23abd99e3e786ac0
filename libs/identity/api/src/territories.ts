import type { ParentOf, Territory } from '@preau/shared-domain';
import reference from '@preau/data/territories.json' with { type: 'json' };

const inRegions = reference.regions.flatMap(({ academies }) => academies);

/** Codes of the 30 académies and of the places outside them (vice-rectorats, abroad). */
export const ACADEMIES: ReadonlySet<string> = new Set(
  [...inRegions, ...reference.outsideAcademies.territories].map(({ code }) => code),
);

/** Codes of the 101 départements. */
export const DEPARTEMENTS: ReadonlySet<string> = new Set(
  inRegions.flatMap(({ departements }) => departements.map(({ code }) => code)),
);

export interface ListedTerritory extends Territory {
  readonly name: string;
  readonly parent: Territory | null;
}

const keyOf = ({ level, code }: Territory) => `${level}:${code}`;
const NATION: Territory = { level: 'nation', code: 'FR' };

function* listed(): Generator<ListedTerritory> {
  for (const region of reference.regions) {
    const inRegion: Territory = { level: 'region', code: region.code };
    yield { ...inRegion, name: region.name, parent: NATION };
    for (const academie of region.academies) {
      const inAcademie: Territory = { level: 'academie', code: academie.code };
      yield { ...inAcademie, name: academie.name, parent: inRegion };
      for (const { code, name } of academie.departements) {
        yield { level: 'departement', code, name, parent: inAcademie };
      }
    }
  }
  for (const { code, name } of reference.outsideAcademies.territories) {
    yield { level: 'academie', code, name, parent: NATION };
  }
}

const TERRITORIES = new Map(Array.from(listed(), (territory) => [keyOf(territory), territory]));

/** A région, an académie or a département of the reference lists; establishments are in the directory. */
export const listedTerritory = (territory: Territory): ListedTerritory | null =>
  TERRITORIES.get(keyOf(territory)) ?? null;

/**
 * The territory one of the lists is in: a `ParentOf` for `holds`. An establishment is in the directory, not in the lists: ask about its
 * département, unless a grant names the establishment itself.
 */
export const parentOf: ParentOf = (territory) => listedTerritory(territory)?.parent ?? null;
