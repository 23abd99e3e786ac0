import { type CompiledQuestion } from '../compile';
import { type Answer, type ProblemCode, type TerritoryAnswer } from '../definition';
import { type ProblemFacts } from '../problem-messages';
import { isBlankText } from '@preau/shared-domain';

export interface CheckContext {
  /** Records a fault of the answer at hand; `path` leads from the answer to the faulty part. */
  readonly report: (
    path: readonly (string | number)[],
    code: ProblemCode,
    facts?: Omit<ProblemFacts, 'type'>,
  ) => void;
  readonly matches: (pattern: string, text: string) => boolean;
  readonly knowsTerritory?: (territory: TerritoryAnswer) => boolean;
}

/** All the engine knows about one question type's answers. */
export interface Kind {
  /** Whether a person would say they left the question empty. */
  readonly isBlank: (raw: unknown) => boolean;
  /** The answer as it is kept, without its unknown parts; undefined when blank or of another shape. Idempotent. */
  readonly read: (compiled: CompiledQuestion, raw: unknown) => Answer | undefined;
  /** Reports every fault of an answer that is not blank. */
  readonly check: (compiled: CompiledQuestion, raw: unknown, context: CheckContext) => void;
}

export function isBlankValue(raw: unknown): boolean {
  return raw === undefined || raw === null || (typeof raw === 'string' && isBlankText(raw));
}

export function isBlankList(raw: unknown): boolean {
  return isBlankValue(raw) || (Array.isArray(raw) && raw.length === 0);
}
