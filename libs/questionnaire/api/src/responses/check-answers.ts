import { hash } from 'node:crypto';
import {
  canonicalJson,
  cleanAnswers,
  matchesPattern,
  profileOf,
  validateAnswers,
  type Answers,
  type CleanResponse,
  type Definition,
  type Profile,
} from '@preau/questionnaire-domain';
import { knowsTerritory } from '../territories';
import type { AnswerProblem } from './response.types';

export type CheckedAnswers =
  | { readonly ok: true; readonly clean: CleanResponse; readonly profile: Profile }
  | { readonly ok: false; readonly problems: AnswerProblem[] };

/** Judges answers by the same engine as the screen, and puts them in the form they are kept in. */
export function checkAnswers(definition: Definition, answers: unknown): CheckedAnswers {
  const problems = validateAnswers(definition, answers, { matches: matchesPattern, knowsTerritory });
  if (problems.length > 0) {
    return { ok: false, problems: problems.map((fault) => ({ ...fault, path: fault.path.map(String) })) };
  }
  // Valid answers are of the shapes of `Answers`: that is what was just checked.
  const clean = cleanAnswers(definition, answers as Answers);
  return { ok: true, clean, profile: profileOf(definition, clean.answers) };
}

/** What a receipt certifies: these answers, to this questionnaire. */
export function digestOf(questionnaireId: string, version: number, answers: Answers): string {
  return hash('sha256', canonicalJson({ questionnaireId, version, answers }), 'hex');
}
