import type { TerritoryAnswer } from '@preau/questionnaire-domain';
import reference from '@preau/data/territories.json' with { type: 'json' };

const academies = new Set([
  ...reference.regions.flatMap((region) => region.academies.map((academie) => academie.code)),
  ...reference.outsideAcademies.territories.map((territory) => territory.code),
]);
const departements = new Set(
  reference.regions.flatMap((region) =>
    region.academies.flatMap((academie) => academie.departements.map((departement) => departement.code)),
  ),
);
const ESTABLISHMENT = /^\d{7}[A-Z]$/;

/** Whether a territory is in the reference data; establishments are known by the form of their UAI for now. */
export function knowsTerritory({ level, code }: TerritoryAnswer): boolean {
  if (level === 'academie') return academies.has(code);
  if (level === 'departement') return departements.has(code);
  return ESTABLISHMENT.test(code);
}
