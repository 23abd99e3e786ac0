import { SMALLEST_GROUP } from './publication';
import { questionResult, type QuestionResult, type QuestionView } from './results';
import { answeredKey, shownKey, sumOf } from './results-cells';
import type { FormQuestion, ResultForm } from './results-form';
import { addFrame } from './suppression-frame';
import { addQuestionTable } from './suppression-question';
import { newSheet } from './suppression-sheet';
import { at, newDesk, NONE, type Figure, type Sheet, type Table } from './suppression-tables';
import type { Counts } from './tally';

/** What the public sees of one slice. */
export interface PublicSlice {
  /** Responses in the slice; null when suppressed. */
  readonly responses: number | null;
  readonly questions: readonly QuestionResult[];
}

/** By slice key: everybody, then every value of every dimension, whether or not anybody is in it. */
export type PublicResults = ReadonlyMap<string, PublicSlice>;

/**
 * The public results of a questionnaire: all tables of the closed list (everybody; each value of one dimension; every
 * question) suppressed together, so that no figure under `smallest` is shown or can be worked out from the others by
 * adding and subtracting, whatever the order and across questions.
 *
 * `slices` are the published tallies by slice key (see `planPublication`); a slice nobody is in may be missing.
 * Throws when a slice has a value that the form does not list.
 */
export function publicResults(
  form: ResultForm,
  slices: ReadonlyMap<string, Counts>,
  smallest = SMALLEST_GROUP,
): PublicResults {
  const sheet = newSheet(form, slices, smallest);
  addFrame(sheet);
  for (const question of form.questions) {
    if (!sheet.tables.has(question.question.code)) addQuestionTable(sheet, question);
  }
  const isTooFew = at(sheet.sizes, 0).value < smallest;
  const read = ({ value, hidden }: Figure) => (hidden || isTooFew ? null : value);
  const views = form.questions.map((question) => ({ question, viewAt: viewer(sheet, question, read) }));
  return new Map(
    sheet.rows.map((row, place) => [
      row.key,
      {
        responses: read(at(sheet.sizes, place)),
        questions: views.map(({ question, viewAt }) => questionResult(question, viewAt(place))),
      },
    ]),
  );
}

/** What may be read of a question in the row at each place. */
function viewer(
  sheet: Sheet,
  { question, variants }: FormQuestion,
  read: (figure: Figure) => number | null,
): (place: number) => QuestionView {
  const { code, type } = question;
  const table = sheet.tables.get(code);
  const means = type === 'number' && table ? readableMeans(sheet, code, table) : [];
  return (place) => ({
    cell: (key) => read(at(key === shownKey(code) ? table?.shown : table?.cells.get(key), place)),
    mean: () => {
      const counts = sheet.rows[place]?.counts ?? {};
      const answered = counts[answeredKey(code)] ?? 0;
      if (means[place] !== true || read({ value: answered, hidden: false }) === null) return null;
      return answered === 0 ? undefined : sumOf(variants, counts) / answered;
    },
  });
}

/**
 * The rows whose mean may be shown. With the number of answers a mean gives a sum, and sums subtract as counts do: it is
 * withheld under `smallest` answers, wherever a count of the row is hidden, and in one more row when its own row would
 * otherwise be what is left of everybody.
 */
function readableMeans(sheet: Sheet, code: string, { shown, cells }: Table): readonly boolean[] {
  const desk = newDesk(sheet);
  const column = sheet.rows.map(({ counts }, place) => {
    const seen = at(shown, place);
    if (seen.value === 0 && !seen.hidden) return NONE;
    const hidden = seen.hidden || [...cells.values()].some((figures) => at(figures, place).hidden);
    return desk.open(counts[answeredKey(code)] ?? 0, { hidden });
  });
  desk.tieColumn(column);
  desk.decide();
  return column.map((figure) => !desk.isHidden(figure));
}
