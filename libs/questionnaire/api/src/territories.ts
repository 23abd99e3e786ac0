import type { Territories, TerritoryAnswer } from '@preau/questionnaire-domain';
import { ACADEMIES, DEPARTEMENTS } from '@preau/identity-api';
import { readUai } from '@preau/identity-domain';
import reference from '@preau/data/territories.json' with { type: 'json' };

interface Named {
  readonly code: string;
  readonly name: string;
}

const inAcademies = reference.regions.flatMap(
  (region): (Named & { departements: Named[] })[] => region.academies,
);
const labelled = (places: readonly Named[]) =>
  places
    .map(({ code, name }) => ({ code, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'fr'));

/** What people choose from, with names in alphabetical order, places outside académies last: how results list it. */
export const TERRITORIES: Territories = {
  academie: [...labelled(inAcademies), ...labelled(reference.outsideAcademies.territories)],
  departement: labelled(inAcademies.flatMap((academie) => academie.departements)),
};

/** Whether a territory is in the reference data; an establishment is known by its number and the letter that checks it. */
export function knowsTerritory({ level, code }: TerritoryAnswer): boolean {
  if (level === 'academie') return ACADEMIES.has(code);
  if (level === 'departement') return DEPARTEMENTS.has(code);
  return readUai(code) === code;
}
