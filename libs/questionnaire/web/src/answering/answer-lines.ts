import {
  frenchDay,
  isDay,
  labelText,
  type Option,
  type Question,
  type QuestionType,
} from '@preau/questionnaire-domain';
import { formatNumber } from '@preau/ui';
import { choicesOf, codeOf, otherTextOf } from '../fields/choices';
import { messages } from './messages';

const words = messages.review;
type NameOfTerritory = (level: string, code: string) => string;
type Reader = (question: Question, answer: unknown, nameOf: NameOfTerritory | undefined) => readonly string[];

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const labelOf = (options: readonly Option[] | undefined, code: unknown) => {
  const option = options?.find((one) => one.code === code);
  return option ? labelText(option.label) : String(code);
};

const choice = (question: Question, answer: unknown) => {
  const label = labelOf(choicesOf(question), codeOf(answer));
  const text = otherTextOf(answer).trim();
  return text ? words.row(label, text) : label;
};
const text: Reader = (_question, answer) => (typeof answer === 'string' ? answer.trim().split('\n') : []);
const matrix: Reader = ({ rows = [], options }, answer) => {
  const cells = asRecord(answer);
  return rows.flatMap((row) => {
    const chosen = [cells[row.code] ?? []].flat().map((code) => labelOf(options, code));
    return chosen.length > 0 ? [words.row(labelText(row.label), chosen.join(', '))] : [];
  });
};

const READERS = {
  single: (question, answer) => [choice(question, answer)],
  multiple: (question, answer) => asList(answer).map((one) => choice(question, one)),
  scale: ({ max }, answer) =>
    typeof answer === 'number' ? [words.scale(answer, typeof max === 'number' ? max : 5)] : [],
  number: ({ unit }, answer) => [
    [typeof answer === 'number' ? formatNumber(answer) : String(answer), unit && labelText(unit)]
      .filter(Boolean)
      .join(' '),
  ],
  text,
  longText: text,
  date: (_question, answer) => [isDay(answer) ? frenchDay(answer) : String(answer)],
  ranking: ({ options }, answer) =>
    asList(answer).map((code, index) => words.rank(index + 1, labelOf(options, code))),
  matrix,
  matrixMultiple: matrix,
  territory: (_question, answer, nameOf) => {
    const { level, code } = asRecord(answer);
    if (typeof level !== 'string' || typeof code !== 'string' || code === '') return [];
    return [nameOf ? nameOf(level, code) : code];
  },
  consent: (_question, answer) => (answer === true ? [words.agree] : []),
  file: (_question, answer) => asList(answer).map(String),
} satisfies Record<QuestionType, Reader>;

/** An answer as its author reads it again, a line for each part; no line when there is none. */
export function answerLines(
  question: Question,
  answer: unknown,
  nameOf?: NameOfTerritory,
): readonly string[] {
  if (answer === undefined || answer === null || answer === '') return [];
  return READERS[question.type](question, answer, nameOf).filter((line) => line.trim() !== '');
}
