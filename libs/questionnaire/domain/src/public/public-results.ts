import { SMALLEST_GROUP } from '../publication';
import { answeredKey, shownKey, sumOf } from '../results-cells';
import type { FormQuestion, ResultForm } from '../results-form';
import { questionResult, type QuestionResult, type QuestionView } from '../results';
import type { Counts } from '../tally';
import { shownFigures } from './public-audience';
import { publicRows, type PublicRow } from './public-rows';
import { NOBODY, profileTable, publicTable, type PublicTable } from './public-table';
import { audienceOf, type Audience } from './who-sees';

/** What the public sees of one slice. */
export interface PublicSlice {
  /** Responses in the slice; null when withheld. */
  readonly responses: number | null;
  readonly questions: readonly QuestionResult[];
}

/** By slice key: everybody, then every value of every dimension, whether or not anybody is in it. */
export type PublicResults = ReadonlyMap<string, PublicSlice>;

/**
 * The public results of a questionnaire: the closed list of tables (everybody; each value of one dimension; every
 * question), withheld together, so that no figure under `smallest` is shown or is the difference of figures shown.
 *
 * `slices` are the published tallies by slice key (see `planPublication`); a slice nobody is in may be missing.
 * Throws when a slice has a value that the form does not list. Rules and their limits: this domain's README, "Résultats".
 */
export function publicResults(
  form: ResultForm,
  slices: ReadonlyMap<string, Counts>,
  smallest = SMALLEST_GROUP,
): PublicResults {
  const rows = publicRows(form, slices, smallest);
  const tables = publicTables(form, rows, smallest);
  const isTooFew = rows[0]?.withheld === true;
  return new Map(
    rows.map((row, place) => [
      row.key,
      {
        responses: row.withheld || isTooFew ? null : row.size,
        questions: form.questions.map((question) =>
          questionResult(
            question,
            viewOf(question, tables.get(question.question.code), row, place, isTooFew),
          ),
        ),
      },
    ]),
  );
}

function publicTables(
  form: ResultForm,
  rows: readonly PublicRow[],
  smallest: number,
): Map<string, PublicTable> {
  const forms = new Map(form.questions.map((question) => [question.question.code, question]));
  const profiles = new Set(form.dimensions.map(({ question }) => question));
  const known = rows.map(({ answers }) => new Map(answers));
  const told = rows.map((): { value: number; parts: ReadonlySet<string> }[] => []);
  const tables = new Map<string, PublicTable>();
  for (const question of form.questions) {
    const { code } = question.question;
    const audiences = known.map((answers): Audience => {
      const audience = audienceOf(question, forms, answers);
      if (audience.kind === 'nobody') answers.set(code, undefined);
      return audience;
    });
    const shown = shownFigures(question, rows, audiences, tables, told, smallest);
    tables.set(
      code,
      profiles.has(code)
        ? profileTable(question, rows, shown[0] ?? NOBODY)
        : publicTable(question, rows, shown, smallest),
    );
  }
  return tables;
}

function viewOf(
  { question, variants, cells }: FormQuestion,
  table: PublicTable | undefined,
  { counts }: PublicRow,
  place: number,
  isTooFew: boolean,
): QuestionView {
  const { code } = question;
  const figure = (key: string) =>
    (key === shownKey(code) ? table?.shown[place] : table?.cells.get(key)?.[place]) ?? NOBODY;
  const read = (key: string) => {
    const { value, withheld } = figure(key);
    return withheld || isTooFew ? null : value;
  };
  return {
    cell: read,
    // With what is shown of its row, a mean would tell a single withheld bucket.
    mean: () => {
      const answered = read(answeredKey(code));
      if (answered === null || cells.some(({ key, isSpare }) => !isSpare && read(key) === null)) return null;
      return answered === 0 ? undefined : sumOf(variants, counts) / answered;
    },
  };
}
