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

/** What every document has. */
const ANYWHERE = "'w:'";
const ACADEMIE = /^[0-9A-Z]{1,4}$/i;
const DAY_MS = 86_400_000;

/** Where to look, in lexemes of the index; null when it is nowhere. Only what is known or plain letters gets in. */
export function filterOf(args: FilterArgs, places: Places): SearchFilter | null {
  const { consultation, theme, kind, academie } = args;
  const consultationId = consultation ? places.consultationId(consultation) : null;
  if (consultation && consultationId === null) return null;
  const themeIds = theme ? places.themeIds(theme, consultationId) : null;
  if (themeIds?.length === 0 || (academie && !ACADEMIE.test(academie))) return null;
  const period = periodOf(args);
  const lexemes = [
    anyOf('c', consultationId ? [consultationId] : []),
    anyOf('t', themeIds ?? []),
    anyOf('k', kind ?? []),
    anyOf('a', academie ? [academie] : []),
    daysOf(period),
  ];
  return { lexemes: lexemes.filter(Boolean).join(' & ') || ANYWHERE, ...period };
}

/** The stretches of days that documents are named by in the index, in powers of two of seconds: 24 days, and 388. */
const SHORT = { letter: 'd', bits: 21 };
const LONG = { letter: 'e', bits: 25 };
/** A period of more short stretches is asked for in long ones. */
const MOST_SHORT = 24;
/** The index puts what is older or later in the first and the last of its stretches. */
const [OLDEST, LATEST] = [Date.UTC(1960, 0, 1), Date.UTC(2060, 0, 1)];

/** What the index says of a period: a little more than it, so that dates are still to be compared. */
function daysOf({ from, to }: Pick<SearchFilter, 'from' | 'to'>): string {
  if (!from && !to) return '';
  const within = (time: number) => Math.min(LATEST, Math.max(OLDEST, time));
  const [start, end] = [within(from?.getTime() ?? OLDEST), within(to?.getTime() ?? LATEST)];
  const stretchesOf = ({ letter, bits }: typeof SHORT) => {
    const [first, last] = [nameOf(start, bits), nameOf(end, bits)];
    return { letter, names: Array.from({ length: Math.max(1, last - first + 1) }, (_, at) => first + at) };
  };
  const short = stretchesOf(SHORT);
  const { letter, names } = short.names.length <= MOST_SHORT ? short : stretchesOf(LONG);
  return anyOf(letter, names.map(String));
}

const nameOf = (time: number, bits: number) => Math.floor(time / 1_000 / 2 ** bits);

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
