import { MISSING, type Column, type ColumnKind } from '@preau/questionnaire-domain';
import { answer, answerText, literal, type CellContext } from './cell-context';
import { neutralisedSql } from '@preau/shared-api';
import { valueSql } from './value-sql';

/** `encodeCell`'s encoders as SQL: text, or NULL where they answer SANS_REPONSE. */
const ENCODERS = {
  value: valueSql,
  chosen: (column, context) => {
    const choices = context.once(answer(column));
    const taken = `${choices} ? ${literal(column.option ?? '')}`;
    const isTaken =
      column.option === 'other' ? `(${taken} OR ${otherWords(column, context)} IS NOT NULL)` : taken;
    // The keys of an object answer `?` too: only a question whose type was changed can hold one here.
    const hasChanged = context.questions.some(({ type }) => type !== column.type);
    const guard = hasChanged ? `jsonb_typeof(${choices}) = 'array' AND ` : '';
    return `CASE WHEN ${guard}${isTaken} THEN '1' ELSE '0' END`;
  },
  row: (column, { once }) => `${once(answer(column))} ->> ${literal(column.row ?? '')}`,
  rowChosen: (column, { once }) => {
    const chosen = once(`${answer(column)} -> ${literal(column.row ?? '')}`);
    return `CASE WHEN ${chosen} ? ${literal(column.option ?? '')} THEN '1' WHEN ${chosen} IS NOT NULL THEN '0' END`;
  },
  rank: (column, { once }) => {
    // A list of codes, in which nothing is escaped: cheaper to cut as text than to unfold as JSON.
    const ranked = once(`string_to_array(translate(${answerText(column)}, '[]" ', ''), ',')`);
    return `array_position(${ranked}, ${literal(column.option ?? '')})::text`;
  },
  otherText: (column, context) => neutralisedSql(otherWords(column, context)),
  territoryLevel: (column, { once }) => `${once(answer(column))} ->> 'level'`,
} satisfies Record<ColumnKind, (column: Column, context: CellContext) => string>;

/** The SQL of one cell of an export, equal to `encodeCell` for every response. */
export function cellSql(column: Column, versions: readonly number[], context: CellContext): string {
  const code = literal(column.question);
  const missing = context.once(
    [
      `CASE WHEN r.answers ? ${code} THEN NULL`,
      `WHEN ${code} = ANY(r.skipped) THEN '${MISSING.skipped}'`,
      `ELSE '${MISSING.notShown}' END`,
    ].join(' '),
  );
  const filled = `coalesce(${missing}, ${ENCODERS[column.kind](column, context)}, '${MISSING.skipped}')`;
  // A box of consent left unticked is a refusal.
  const cell =
    column.type === 'consent'
      ? `CASE ${missing} WHEN '${MISSING.skipped}' THEN '0' ELSE ${filled} END`
      : filled;
  if (versions.every((version) => column.versions.includes(version))) return cell;
  return `CASE WHEN version IN (${column.versions.map(Number).join(',')}) THEN ${cell} ELSE '${MISSING.notInVersion}' END`;
}

/** The words after "Autre": those of a single choice, or of the last choice of a list. */
function otherWords(column: Column, { questions, once }: CellContext): string {
  const single = `${answer(column)} ->> 'text'`;
  const last = `${answer(column)} -> -1 ->> 'text'`;
  if (questions.every(({ type }) => type === 'single')) return once(single);
  if (questions.every(({ type }) => type === 'multiple')) return once(last);
  return once(`coalesce(${single}, ${last})`);
}
