import type { SearchKind } from '@preau/search-domain';
import { badInput } from '@preau/shared-api';
import { endOfDayInParis } from '@preau/shared-domain';
import type { Places } from './places';

export interface FilterArgs {
  readonly consultation?: string | null | undefined;
  readonly theme?: string | null | undefined;
  readonly kind?: readonly SearchKind[] | null | undefined;
  readonly academie?: string | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

export interface SearchFilter {
  /** For PostgreSQL, of lexemes that no text has. */
  readonly lexemes: string;
  readonly from: Date | null;
  readonly to: Date | null;
}

const ACADEMIE = /^[0-9A-Z]{1,4}$/i;
const DAY_MS = 86_400_000;

/** Where to look, in lexemes of the index; null when it is nowhere. Only what is known or plain letters gets in. */
export function filterOf(args: FilterArgs, places: Places): SearchFilter | null {
  const { consultation, theme, kind, academie } = args;
  const consultationId = consultation ? places.consultationId(consultation) : null;
  if (consultation && consultationId === null) return null;
  const themeIds = theme ? places.themeIds(theme, consultationId) : null;
  if (themeIds?.length === 0 || (academie && !ACADEMIE.test(academie))) return null;
  const lexemes = [
    anyOf('c', consultationId ? [consultationId] : []),
    anyOf('t', themeIds ?? []),
    anyOf('k', kind ?? []),
    anyOf('a', academie ? [academie] : []),
  ];
  return { lexemes: lexemes.filter(Boolean).join(' & '), ...periodOf(args) };
}

const anyOf = (prefix: string, values: readonly string[]) =>
  values.length === 0 ? '' : `(${values.map((value) => `'${prefix}:${value}'`).join(' | ')})`;

/** From the beginning of a day in Paris to the end of another. */
function periodOf({ from, to }: FilterArgs) {
  return { from: from ? new Date(endOf(from, -1).getTime() + 1_000) : null, to: to ? endOf(to, 0) : null };
}

function endOf(day: string, shift: number): Date {
  if (!endOfDayInParis(day)) throw badInput('Écrivez les jours ainsi : 2026-11-22.');
  const shifted = new Date(Date.parse(`${day}T00:00:00Z`) + shift * DAY_MS);
  return endOfDayInParis(shifted.toISOString().slice(0, 10)) ?? shifted;
}
