import { excerptOf, segmentsOf } from '@preau/search-domain';
import { keyOf, type FoundObject } from '../documents/search-index';
import type { Places } from './places';
import type { FacetRow, FoundRow } from './search.queries';
import type { SearchFacet, SearchFacets, SearchHit } from './search.types';

/** A row of the index as a result; null when its object is gone. */
export function hitOf(
  row: FoundRow,
  objects: ReadonlyMap<string, FoundObject>,
  places: Places,
): SearchHit | null {
  const object = objects.get(keyOf(row));
  if (!object) return null;
  const { kind, objectId, parentId, academie, title, text, at } = row;
  // The title as indexed is what the places are of; one that its domain words otherwise is shown plain.
  const titlePlaces = object.title === title ? placesOf(row, 'A', 0) : new Set<number>();
  return {
    kind,
    id: objectId,
    parentId,
    academie,
    title: object.title,
    path: object.path,
    titleParts: segmentsOf(object.title, titlePlaces),
    excerpt: excerptOf(text, placesOf(row, 'B', row.titleEnd ?? 0)),
    at: new Date(at),
    theme: places.theme(row.themeId),
  };
}

/** The text's places follow the title's last one. */
const placesOf = ({ marks }: FoundRow, weight: string, from: number) =>
  new Set((marks ?? []).filter(([, own]) => own === weight).map(([place]) => place - from));

/** Which value a row counts: the bits of `GROUPING` are 0 where it does. */
const BY = { kind: 7, theme: 11, academie: 13, year: 14 } as const;

export function facetsOf(rows: readonly FacetRow[], places: Places): SearchFacets {
  const of = (by: number, valueOf: (row: FacetRow) => Omit<SearchFacet, 'count'> | null): SearchFacet[] => {
    const facets = new Map<string, SearchFacet>();
    for (const row of rows) {
      const found = row.by === by ? valueOf(row) : null;
      if (!found) continue;
      const known = facets.get(found.value)?.count ?? 0;
      facets.set(found.value, { ...found, count: known + row.count });
    }
    return [...facets.values()].sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
  };
  const plain = (value: string | number | null) =>
    value === null ? null : { value: String(value), label: null };
  return {
    kind: of(BY.kind, ({ kind }) => plain(kind?.toUpperCase() ?? null)),
    theme: of(BY.theme, ({ themeId }) => {
      const theme = places.theme(themeId);
      return theme && { value: theme.slug, label: theme.shortTitle };
    }),
    academie: of(BY.academie, ({ academie }) => plain(academie)),
    year: of(BY.year, ({ year }) => plain(year)).sort((a, b) => b.value.localeCompare(a.value)),
  };
}
