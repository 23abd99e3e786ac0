import { frenchDay } from '@preau/questionnaire-domain';

/** A stretch of time as the tallies name it (`2015-02`, `2015`, `2010-2019`), in French. */
export function periodLabel(code: string): string {
  const decade = /^(\d{4})-(\d{4})$/.exec(code);
  if (decade) return `de ${decade[1] ?? ''} à ${decade[2] ?? ''}`;
  // « 1er février 2015 » without its day.
  return /^\d{4}-\d{2}$/.test(code) ? frenchDay(`${code}-01`).replace(/^1er /, '') : code;
}
