import { type Answers, type Definition } from './definition';
import { isRecord } from './json';

export const PERSONAL_DATA_KINDS = ['EMAIL', 'PHONE', 'SOCIAL_SECURITY_NUMBER', 'NAMED_PERSON'] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

/** A piece of text that may tell who somebody is. `excerpt` is what was written, for the person to find it again. */
export interface PersonalDataFinding {
  readonly kind: PersonalDataKind;
  readonly excerpt: string;
}

/** Findings in one text of a response; `path` leads to it as in a `Problem`. */
export interface PersonalDataInAnswer {
  readonly question: string;
  readonly path: readonly (string | number)[];
  readonly findings: readonly PersonalDataFinding[];
}

/** Spaces people and keyboards put between the digits of a number, dots, slashes and hyphens of all kinds. */
const GAP = String.raw`[\s.\/\u00a0\u202f\u2010-\u2015-]?`;
/** No look-behind (older phones do not know it): what stands before is captured apart. */
const NOT_IN_NUMBER = String.raw`(^|[^\p{L}\p{N}+])`;
const END_OF_NUMBER = String.raw`(?![\p{L}\p{N}])`;

/**
 * In this order, each reading what the ones before left: a social security number also holds ten digits in a row.
 * All run in time linear in the text: every repetition is bounded or of one class of characters.
 */
const PATTERNS: readonly (readonly [PersonalDataKind, RegExp])[] = [
  [
    'EMAIL',
    /(^|[^\p{L}\p{N}._%+-])([\p{L}\p{N}._%+-]{1,64}(?:@|\s?[([](?:at|arobase)[)\]]\s?)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4})/giu,
  ],
  [
    // Sex, year, month, département (2A and 2B in Corsica), commune, order, and the key when written.
    'SOCIAL_SECURITY_NUMBER',
    new RegExp(
      `${NOT_IN_NUMBER}([1-478]${GAP}\\d{2}${GAP}(?:0[1-9]|1[0-2]|[2-9]\\d)${GAP}(?:\\d{2}|2[ABab])${GAP}\\d{3}${GAP}\\d{3}(?:${GAP}\\d{2})?)${END_OF_NUMBER}`,
      'gu',
    ),
  ],
  [
    // Ten digits in pairs, or an international number: at least eight digits after the plus.
    'PHONE',
    new RegExp(
      `${NOT_IN_NUMBER}((?:0|(?:\\+|00)33${GAP}(?:\\(0\\))?${GAP})[1-9](?:${GAP}\\d{2}){4}|\\+\\d(?:${GAP}\\d){7,13})${END_OF_NUMBER}`,
      'gu',
    ),
  ],
  [
    // "Madame la Principale" is a function: no article but those of surnames.
    'NAMED_PERSON',
    /(^|[^\p{L}\p{N}])((?:MM?\.|Mr|Mrs|Mmes?|MME|Mlles?|MLLE|Monsieur|Madame|Mademoiselle|Dr\.?|Docteur)[\s\u00a0\u202f]{1,3}(?:(?:de|du|des)\s|d['’])?\p{Lu}[\p{L}'’-]{1,60})/gu,
  ],
];

/**
 * What in a text may identify a person: e-mail addresses, phone numbers, French social security numbers (NIR) and
 * "M." or "Mme" followed by a name. Meant for a warning the person may override: it misses some and suspects others.
 * In the order of the text.
 */
export function findPersonalData(text: string): readonly PersonalDataFinding[] {
  const found: (PersonalDataFinding & { readonly start: number })[] = [];
  let left = text;
  for (const [kind, pattern] of PATTERNS) {
    left = left.replace(pattern, (whole, before: string, excerpt: string, start: number) => {
      found.push({ kind, excerpt: excerpt.trim(), start: start + before.length });
      return before + '\0'.repeat(whole.length - before.length);
    });
  }
  return found.sort((a, b) => a.start - b.start).map(({ kind, excerpt }) => ({ kind, excerpt }));
}

/** Personal data in the free texts of clean answers ("Autre : précisez" included), in the order of the form. */
export function personalDataInAnswers(
  definition: Definition,
  answers: Answers,
): readonly PersonalDataInAnswer[] {
  return definition.sections
    .flatMap((section) => section.questions)
    .flatMap(({ code, type }) => textsOf(code, type === 'text' || type === 'longText', answers[code]))
    .map(({ path, text }) => ({ question: String(path[0]), path, findings: findPersonalData(text) }))
    .filter(({ findings }) => findings.length > 0);
}

function textsOf(
  code: string,
  isText: boolean,
  answer: unknown,
): { path: readonly (string | number)[]; text: string }[] {
  if (typeof answer === 'string') return isText ? [{ path: [code], text: answer }] : [];
  if (Array.isArray(answer)) {
    return answer.flatMap((item: unknown, position) => otherText([code, position], item));
  }
  return otherText([code], answer);
}

function otherText(path: readonly (string | number)[], choice: unknown) {
  if (!isRecord(choice) || typeof choice.text !== 'string') return [];
  return [{ path: [...path, 'text'], text: choice.text }];
}
