import { canonicalJson } from '@preau/questionnaire-domain';
import type { RawAnswers } from './draft-record';

export const sameAnswer = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b);

/** Codes of the questions that two sets of answers answer differently. */
export function differences(a: RawAnswers, b: RawAnswers): readonly string[] {
  const codes = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...codes].filter((code) => !sameAnswer(a[code], b[code]));
}

export interface Merged {
  readonly answers: RawAnswers;
  /** Answered differently on both sides since they parted: here with my answer. */
  readonly disputed: readonly string[];
}

/** Puts together what changed on each side since `base`, question by question. */
export function mergeAnswers(base: RawAnswers, mine: RawAnswers, theirs: RawAnswers): Merged {
  const answers: Record<string, unknown> = { ...mine };
  const disputed: string[] = [];
  for (const code of differences(mine, theirs)) {
    if (sameAnswer(mine[code], base[code])) setAnswer(answers, code, theirs[code]);
    else if (!sameAnswer(theirs[code], base[code])) disputed.push(code);
  }
  return { answers, disputed };
}

function setAnswer(answers: Record<string, unknown>, code: string, value: unknown): void {
  if (value === undefined) Reflect.deleteProperty(answers, code);
  else answers[code] = value;
}

/** The same answers with one changed; `undefined` takes it out. */
export function withAnswer(answers: RawAnswers, code: string, value: unknown): RawAnswers {
  const next: Record<string, unknown> = { ...answers };
  setAnswer(next, code, value);
  return next;
}
