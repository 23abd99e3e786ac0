import type { Column, QuestionType } from '@preau/questionnaire-domain';
import { answer, answerText, type CellContext } from './cell-context';
import { neutralisedSql } from '@preau/shared-api';

type Encoder = (column: Column, context: CellContext) => string;

const freeText: Encoder = (column, { once }) => neutralisedSql(once(answerText(column)));
const plain: Encoder = (column, { once }) => once(answerText(column));
const decimal: Encoder = (column, context) => localised(context.once(answerText(column)), context);

/** Encoders of answers that have one shape. */
const BY_TYPE: Partial<Record<QuestionType, Encoder>> = {
  text: freeText,
  longText: freeText,
  date: plain,
  scale: decimal,
  number: decimal,
  consent: () => "'1'",
  // No code begins with a brace: that is the object of an "Autre".
  single: (column, { once }) => {
    const choice = once(answerText(column));
    return `CASE WHEN ${choice} LIKE '{%' THEN 'other' ELSE ${choice} END`;
  },
  territory: (column, { once }) => `${once(answer(column))} ->> 'code'`,
  file: (column, { once }) => `translate(${once(answerText(column))}, '[]",', '')`,
};

/** The answer itself, in a column of its own. */
export const valueSql: Encoder = (column, context) => {
  const encoders = new Set(context.questions.map(({ type }) => BY_TYPE[type]));
  const [encoder] = encoders;
  return encoder && encoders.size === 1 ? encoder(column, context) : anyShape(column, context);
};

/** The answers to a question whose type was changed, told apart by their shape. */
const anyShape: Encoder = (column, context) => {
  const json = context.once(answer(column));
  const text = context.once(answerText(column));
  return [
    `CASE jsonb_typeof(${json})`,
    `WHEN 'object' THEN coalesce(${json} ->> 'option', ${json} ->> 'code')`,
    `WHEN 'array' THEN translate(${text}, '[]",', '')`,
    `WHEN 'boolean' THEN '1'`,
    `WHEN 'number' THEN ${localised(text, context)}`,
    `ELSE ${neutralisedSql(text)} END`,
  ].join(' ');
};

function localised(number: string, { dialect }: CellContext): string {
  return dialect.decimalMark === ',' ? `replace(${number}, '.', ',')` : number;
}
