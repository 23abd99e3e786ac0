import { columnsOf, type DefinitionVersion } from '@preau/questionnaire-domain';
import { badInput, type Dialect } from '@preau/shared-api';
import { literal } from './cell-context';
import { cellSql } from './cell-sql';
import { questionHistory } from '../question-history';

/** What stands before the answers; codes of questions cannot begin with "_". */
const FIXED = ['id', 'version', 'day', 'channel'];
const FIXED_NAMES = ['response', 'version', 'day', 'channel'];

/** PostgreSQL computes 1,664 columns at most. */
const MAX_COLUMNS = 1_600;

export interface ResponsesCopy {
  /** Names of the columns in their order: they may exceed PostgreSQL's 63 bytes, so they are written outside it. */
  readonly names: readonly string[];
  /** `COPY (SELECT …) TO STDOUT`, the records without their names. */
  readonly statement: string;
}

/** Names of the columns that are not answers, given the others': a question may be called "day". */
export function fixedNames(taken: readonly string[]): readonly string[] {
  return FIXED_NAMES.map((name) => (taken.includes(name) ? `_${name}` : name));
}

/**
 * The statement that flattens every response of a questionnaire, one record each, by id: ids are digests, so that the
 * order of the file tells nothing of the order answers came in. `answers || '{}'` brings a response stored out of line
 * back once, and not once per question. Refuses versions that make more columns together than PostgreSQL can return.
 */
export function responsesCopy(
  questionnaireId: string,
  definitions: readonly DefinitionVersion[],
  dialect: Dialect,
): ResponsesCopy {
  const columns = columnsOf(definitions);
  const history = questionHistory(definitions);
  const versions = definitions.map(({ version }) => version);
  const computed = new Map<string, string>();
  const once = (expression: string) => {
    const name = computed.get(expression) ?? `x${computed.size}`;
    computed.set(expression, name);
    return name;
  };
  const cells = columns.map((column) => {
    const questions = (history.get(column.question) ?? []).map(({ question }) => question);
    return cellSql(column, versions, { questions, dialect, once });
  });
  if (Math.max(cells.length, computed.size) > MAX_COLUMNS) throw tooManyColumns();
  const perRow = [...computed].map(([expression, name]) => `${expression} AS ${name}`);
  const names = columns.map(({ name }) => name);
  return {
    names: [...fixedNames(names), ...names],
    statement: `COPY (
  SELECT ${[...FIXED, ...cells].join(',\n    ')}
  FROM (
    SELECT ${[...FIXED.map((name) => `r.${name}`), ...perRow].join(',\n      ')}
    FROM (
      SELECT ${FIXED.join(', ')}, skipped, answers || '{}' AS answers
      FROM response WHERE questionnaire_id = ${literal(questionnaireId)} ORDER BY id
    ) r OFFSET 0
  ) computed
) TO STDOUT (FORMAT csv, DELIMITER ${literal(dialect.delimiter)}, ENCODING 'UTF8')`,
  };
}

const tooManyColumns = () =>
  badInput(`Les versions de ce questionnaire comptent ensemble plus de ${MAX_COLUMNS} colonnes.`);
