import { isKindName, type KindName } from '../messages';

/** What the address of the page asks for: `?q=…&type=TOPIC&theme=…&academie=…&annee=…&concertation=…&tri=date`. */
export interface SearchAddress {
  readonly query: string;
  readonly kinds: readonly KindName[];
  readonly theme: string | null;
  readonly academie: string | null;
  readonly year: string | null;
  readonly consultation: string | null;
  readonly isRecent: boolean;
}

export function readAddress(params: URLSearchParams): SearchAddress {
  const year = params.get('annee');
  return {
    query: params.get('q')?.trim() ?? '',
    kinds: params.getAll('type').filter(isKindName),
    theme: params.get('theme') || null,
    academie: params.get('academie') || null,
    year: year && /^\d{4}$/.test(year) ? year : null,
    consultation: params.get('concertation') || null,
    isRecent: params.get('tri') === 'date',
  };
}

export function writeAddress(address: SearchAddress): string {
  const { query, kinds, theme, academie, year, consultation, isRecent } = address;
  const params = new URLSearchParams({ q: query });
  for (const kind of kinds) params.append('type', kind);
  const others = { theme, academie, annee: year, concertation: consultation, tri: isRecent ? 'date' : null };
  for (const [name, value] of Object.entries(others)) if (value !== null) params.set(name, value);
  return `/recherche?${params.toString()}`;
}

/** The same question everywhere. */
export const withoutFilters = (address: SearchAddress): SearchAddress => ({
  ...address,
  kinds: [],
  theme: null,
  academie: null,
  year: null,
  consultation: null,
});

export const hasFilters = ({ kinds, theme, academie, year, consultation }: SearchAddress): boolean =>
  kinds.length > 0 || [theme, academie, year, consultation].some((value) => value !== null);
