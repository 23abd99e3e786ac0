import { type Answer, type CleanResponse, type Definition } from './definition';
import { isRecord, own } from './json';
import { readAnswer } from './kinds/kinds';
import { shownSections } from './visibility';

/**
 * The form in which a response is kept: answers to hidden questions and empty answers dropped, texts cleaned (see
 * `cleanText`), choices and rows in the order of the definition, and in `skipped` the questions shown but left without an answer.
 * Idempotent, never throws. Validate first: what `validateAnswers` refuses may be dropped here.
 */
export function cleanAnswers(definition: Definition, answers: unknown): CleanResponse {
  const given = isRecord(answers) ? answers : {};
  const kept: Record<string, Answer> = {};
  const skipped: string[] = [];
  for (const { questions } of shownSections(definition, given)) {
    for (const compiled of questions) {
      const answer = readAnswer(compiled, own(given, compiled.code));
      if (answer === undefined) skipped.push(compiled.code);
      else kept[compiled.code] = answer;
    }
  }
  return { answers: kept, skipped };
}
