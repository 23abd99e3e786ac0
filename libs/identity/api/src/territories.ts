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
