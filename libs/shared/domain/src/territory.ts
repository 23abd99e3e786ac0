/** From the smallest to the largest: an establishment is in a département, in an académie, in a région académique. */
export const TERRITORY_NESTING = ['etablissement', 'departement', 'academie', 'region', 'nation'] as const;
export type TerritoryKind = (typeof TERRITORY_NESTING)[number];

export interface Territory {
  readonly level: TerritoryKind;
  readonly code: string;
}
