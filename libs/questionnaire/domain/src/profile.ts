import { compile } from './compile';
import { type Answers, type Definition, type ProfileDimension } from './definition';
import { isRecord, own } from './json';

/** Stands for a dimension the questionnaire does not ask, or the person did not answer. No code can be "_". */
export const UNKNOWN_PROFILE = '_';

export type Profile = Readonly<Record<ProfileDimension, string>>;

/** The respondent's profile, from clean answers: option codes, and for a territory the code of the académie. */
export function profileOf(definition: Definition, answers: Answers): Profile {
  const profile = { role: UNKNOWN_PROFILE, academie: UNKNOWN_PROFILE, level: UNKNOWN_PROFILE };
  for (const [dimension, question] of compile(definition).profile) {
    const answer = own(answers, question);
    const value = isRecord(answer) ? (answer.option ?? answer.code) : answer;
    if (typeof value === 'string') profile[dimension] = value;
  }
  return profile;
}
