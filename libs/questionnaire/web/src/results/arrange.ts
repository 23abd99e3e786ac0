import { type QuestionType } from '@preau/questionnaire-domain';
import { type Panel } from './panels';

type Bars = Panel['bars'];

/** Answers without an order of their own are shown largest first; all others keep the order of the form. */
const SORTED: ReadonlySet<QuestionType> = new Set(['multiple', 'territory', 'ranking']);
/** Many narrow answers: those nobody gave, or that are withheld, are left out of the drawing (the table has them all). */
const DISTRIBUTION: ReadonlySet<QuestionType> = new Set(['number', 'date', 'territory']);
/** Shares that are all small are drawn to the largest of them. */
const FULL_SCALES = [0.05, 0.1, 0.2, 0.25, 0.5, 0.75, 1];

/**
 * The answers one chart draws, in order: `whole` decides, so that charts side by side have the same lines.
 * `others` are the same chart for parts of the whole.
 */
export function drawnCodes(type: QuestionType, whole: Bars, others: readonly Bars[]): string[] {
  const codes = whole.map(({ code }) => code);
  if (SORTED.has(type)) {
    const share = new Map(whole.map((bar) => [bar.code, bar.code === 'other' ? -1 : (bar.share ?? -2)]));
    codes.sort((a, b) => (share.get(b) ?? 0) - (share.get(a) ?? 0));
  }
  if (!DISTRIBUTION.has(type)) return codes;
  const filled = new Set(
    [whole, ...others]
      .flatMap((bars) => bars.filter(({ count }) => (count ?? 0) > 0))
      .map(({ code }) => code),
  );
  if (SORTED.has(type)) return codes.filter((code) => filled.has(code));
  const first = codes.findIndex((code) => filled.has(code));
  const last = codes.findLastIndex((code) => filled.has(code));
  return first === -1 ? [] : codes.slice(first, last + 1);
}

/** The bars of these codes, in this order. */
export function pick(bars: Bars, codes: readonly string[]): Bars {
  const byCode = new Map(bars.map((bar) => [bar.code, bar]));
  return codes.flatMap((code) => byCode.get(code) ?? []);
}

/** The share a full line stands for, one for all charts of a question. */
export function scaleFor(type: QuestionType, bars: Bars): number {
  if (!DISTRIBUTION.has(type) && type !== 'ranking') return 1;
  const largest = Math.max(0, ...bars.map(({ share }) => share ?? 0));
  return largest === 0 ? 1 : (FULL_SCALES.find((scale) => scale >= largest) ?? 1);
}
