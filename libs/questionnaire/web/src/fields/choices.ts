import type { ChoiceAnswer, Option, Question } from '@preau/questionnaire-domain';
import { fieldMessages } from './messages';

/** The choices offered, "other" last. */
export function choicesOf(question: Question): readonly Option[] {
  const options = question.options ?? [];
  return question.other ? [...options, { code: 'other', label: fieldMessages.other }] : options;
}

const isOther = (value: unknown): value is { option: 'other'; text: string } =>
  typeof value === 'object' && value !== null && 'option' in value && value.option === 'other';

/** The code of one choice of an answer. */
export function codeOf(choice: unknown): string {
  if (isOther(choice)) return 'other';
  return typeof choice === 'string' ? choice : '';
}

/** What was written under "Autre", in a single or a multiple answer. */
export function otherTextOf(value: unknown): string {
  if (Array.isArray(value)) return otherTextOf(value.find(isOther) ?? '');
  return isOther(value) && typeof value.text === 'string' ? value.text : '';
}

export const asChoice = (code: string, otherText: string): ChoiceAnswer =>
  code === 'other' ? { option: 'other', text: otherText } : code;

export interface Toggled {
  readonly chosen: readonly ChoiceAnswer[];
  /** Choices taken out because one of the two stands alone. */
  readonly removed: readonly string[];
}

/** A choice ticked or unticked, in the order of the form. An exclusive one and the others put each other out. */
export function toggleChoice(question: Question, value: unknown, code: string, otherText: string): Toggled {
  const choices = choicesOf(question);
  const before = Array.isArray(value) ? value.map(codeOf) : [];
  if (before.includes(code)) return { chosen: ordered(before.filter((one) => one !== code)), removed: [] };
  const exclusive = new Set(choices.filter((choice) => choice.exclusive).map((choice) => choice.code));
  const stays = (one: string) => !exclusive.has(code) && !exclusive.has(one);
  return { chosen: ordered([...before.filter(stays), code]), removed: before.filter((one) => !stays(one)) };

  function ordered(codes: readonly string[]) {
    return choices
      .filter((choice) => codes.includes(choice.code))
      .map(({ code }) => asChoice(code, otherText));
  }
}
