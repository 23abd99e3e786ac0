import type { FormQuestion } from './results-form';
import { shownKey } from './results-cells';
import { groupOf, type Reach, type Split } from './suppression-reach';
import {
  at,
  known,
  newDesk,
  NOBODY,
  type Column,
  type Figure,
  type Open,
  type Sheet,
} from './suppression-tables';

/** Row by row, who saw a question and who did not. */
export interface Seen {
  readonly shown: Column;
  readonly unshown: Column;
}

/**
 * Who saw a question, row by row. The form is public: whoever knows how many are teachers knows how many saw a question
 * for teachers, and the reverse. So a number that the conditions make a sum of other cells is decided with those cells.
 */
export function seenFigures(sheet: Sheet, form: FormQuestion): Seen {
  const reaches = sheet.reaches.get(form.question.code) ?? [];
  const derived = sheet.rows.map((_, place) => derivedFigure(sheet, form, reaches[place], place));
  const shown = derived.every((figure) => figure !== null)
    ? derived
    : decideOpen(sheet, form, reaches, derived);
  const unshown = shown.map(({ value, hidden }, place): Figure => {
    const size = at(sheet.sizes, place);
    if (reaches[place]?.kind === 'everybody' && size.value === value) return NOBODY;
    return { value: size.value - value, hidden: hidden || size.hidden };
  });
  return { shown, unshown };
}

const seenIn = ({ rows }: Sheet, { question }: FormQuestion, place: number) =>
  rows[place]?.counts[shownKey(question.code)] ?? 0;

/** The number who saw a question in one row when it follows from other figures; null when it says something of its own. */
function derivedFigure(
  sheet: Sheet,
  form: FormQuestion,
  reach: Reach | undefined,
  place: number,
): Figure | null {
  const size = at(sheet.sizes, place);
  const value = seenIn(sheet, form, place);
  if (size.value === 0 && !size.hidden) return NOBODY;
  if (reach?.kind === 'everybody' && value === size.value) return size;
  if (reach?.kind === 'nobody' && value === 0) return NOBODY;
  if (reach?.kind !== 'cells') return null;
  const { question, key, parts, isInside } = groupOf(reach);
  const column = sheet.tables.get(question)?.cells.get(key);
  const isGroupHidden = parts.length > 0 && column?.[place]?.hidden !== false;
  return { value, hidden: isGroupHidden || (!isInside && size.hidden) };
}

function splitFigures({ tables }: Sheet, split: Split, side: 'inside' | 'outside', place: number): Figure[] {
  const table = tables.get(split.question);
  const figures = split[side].map((key) => at(table?.cells.get(key), place));
  return split.unshown === side ? [...figures, at(table?.unshown, place)] : figures;
}

/**
 * Decides the rows whose number depends on several questions at once, which no sum gives. Those it exceeds by fewer than
 * `smallest` would be told apart by subtraction, so such a row is hidden. So is the number for everybody when part of the
 * rows that share it out follow from figures that are hidden.
 */
function decideOpen(
  sheet: Sheet,
  form: FormQuestion,
  reaches: readonly Reach[],
  derived: readonly (Figure | null)[],
): Figure[] {
  const desk = newDesk(sheet);
  const unsure = derived.some((figure) => figure?.hidden);
  const shown: Open[] = [];
  const unshown: Open[] = [];
  sheet.rows.forEach((_, place) => {
    const size = at(sheet.sizes, place);
    const value = seenIn(sheet, form, place);
    const figure = derived[place] ?? null;
    if (figure !== null) {
      shown.push(figure.hidden ? desk.open(value, { hidden: true }) : known(value));
      unshown.push(
        figure.hidden || size.hidden
          ? desk.open(size.value - value, { hidden: true })
          : known(size.value - value),
      );
      return;
    }
    const hidden = size.hidden || (place === 0 && unsure) || isNearly(sheet, reaches[place], place, value);
    const pair = [
      desk.open(value, { hidden }),
      desk.open(size.value - value, { hidden, spare: true }),
    ] as const;
    shown.push(pair[0]);
    unshown.push(pair[1]);
    if (!size.hidden) desk.tie(pair, known(size.value));
  });
  desk.tieColumn(shown);
  desk.tieColumn(unshown);
  desk.decide();
  return shown.map(desk.read);
}

/** Whether the number is so close to a sum of another question's cells that the few who make the difference show. */
function isNearly(sheet: Sheet, reach: Reach | undefined, place: number, value: number): boolean {
  if (reach?.kind !== 'mixed') return false;
  const unseen = at(sheet.sizes, place).value - value;
  return reach.splits.some((split) =>
    (
      [
        ['inside', value],
        ['outside', unseen],
      ] as const
    ).some(([side, whole]) => {
      const figures = splitFigures(sheet, split, side, place);
      const sum = figures.reduce((total, figure) => total + figure.value, 0);
      return figures.some((figure) => figure !== NOBODY) && whole - sum < sheet.smallest;
    }),
  );
}
