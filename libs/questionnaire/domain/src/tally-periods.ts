import type { Question } from './definition';

/** A stretch of time answers of a date question are shown by, and the counted months it gathers. */
export interface Period {
  /** `2015-02`, `2015`, or `2010-2019`. */
  readonly code: string;
  readonly months: readonly string[];
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;
const MAX_PERIODS = 40;

const monthCode = (index: number) =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;

const FIRST_MONTH = monthCode(FIRST_YEAR * 12);
const LAST_MONTH = monthCode(LAST_YEAR * 12 + 11);

/** The month a day is counted in, `2015-02-03` → `2015-02`; days before 1900 or after 2099 count in the nearest month. */
export function monthOf(day: string): string {
  const month = day.slice(0, 7);
  if (month < FIRST_MONTH) return FIRST_MONTH;
  return month > LAST_MONTH ? LAST_MONTH : month;
}

function monthIndex(day: string): number {
  const month = monthOf(day);
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/**
 * The periods of a date question, in order: months when its bounds span at most 40 of them, else years, else decades.
 * They depend on the definition alone, never on the answers: a period nobody chose does not vanish from a table.
 */
export function periodsOf(question: Pick<Question, 'min' | 'max'>): Period[] {
  const first = typeof question.min === 'string' ? monthIndex(question.min) : FIRST_YEAR * 12;
  const last = typeof question.max === 'string' ? monthIndex(question.max) : LAST_YEAR * 12 + 11;
  const spans = [
    { months: 1, name: monthCode },
    { months: 12, name: (start: number) => String(start / 12) },
  ];
  const decade = {
    months: 120,
    name: (start: number) => `${String(start / 12)}-${String(start / 12 + 9)}`,
  };
  const count = (months: number) => Math.floor(last / months) - Math.floor(first / months) + 1;
  const { months, name } = spans.find((span) => count(span.months) <= MAX_PERIODS) ?? decade;
  const periods: Period[] = [];
  for (let start = Math.floor(first / months) * months; start <= last; start += months) {
    periods.push({
      code: name(start),
      months: Array.from({ length: months }, (_, offset) => monthCode(start + offset)),
    });
  }
  return periods;
}
