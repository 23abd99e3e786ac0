import { UNKNOWN_PROFILE } from './profile';
import { answeredKey, shownKey, skippedKey } from './results-cells';
import type { FormDimension, FormQuestion } from './results-form';
import { decideGroups, type Sides } from './suppression-groups';
import type { Reach } from './suppression-reach';
import { seenFigures, type Seen } from './suppression-shown';
import {
  known,
  newDesk,
  NONE,
  type Column,
  type Desk,
  type Open,
  type OpenColumn,
  type Row,
  type Sheet,
} from './suppression-tables';

/** A profile question with the rows its answers make. */
interface Axis extends FormDimension {
  readonly form: FormQuestion;
  /** Place of the row of each value. */
  readonly places: ReadonlyMap<string, number>;
  /** Who is asked it, row by row. */
  readonly reaches: readonly Reach[];
}

/** The columns of a profile question: its cells, and those without an answer, whether they skipped it or were not asked. */
interface AxisColumns {
  readonly cells: ReadonlyMap<string, OpenColumn>;
  readonly blanks: OpenColumn;
  readonly skipped: OpenColumn;
}

interface Frame {
  readonly sheet: Sheet;
  readonly desk: Desk;
  readonly sizes: readonly Open[];
  /** The people of a row of one axis and a row of another, by both places. */
  readonly crossings: Map<string, Open>;
}

/**
 * Works out how many people each row stands for, and the tables of the profile questions. Those are one body: "teachers"
 * is a row of every table and an option of the question on roles, and the teachers of an académie stand both in the
 * académies crossed by role and in the roles crossed by académie. Each such figure is decided once.
 */
export function addFrame(sheet: Sheet): void {
  const axes = axesOf(sheet);
  const desk = newDesk(sheet);
  const frame: Frame = { sheet, desk, sizes: openSizes(sheet, desk, axes), crossings: new Map() };
  axes.forEach((axis, index) => {
    for (const earlier of axes.slice(0, index)) cross(frame, earlier, axis);
  });
  const columns = new Map(axes.map((axis) => [axis.question, columnsOf(frame, axis)]));
  for (const axis of axes) tieBlanks(frame, axis, columns);
  desk.decide();
  const groups = axes.map((axis) => groupsOf(frame, axis, columns.get(axis.question)));
  const together = decideGroups(desk, groups.flat());

  sheet.sizes.push(...frame.sizes.map(desk.read));
  for (const [index, axis] of axes.entries()) {
    const own = groups[index]?.map(({ key }) => [key, together.get(key) ?? []] as const) ?? [];
    const cells = [...(columns.get(axis.question)?.cells ?? []), ...own];
    sheet.tables.set(axis.question, {
      ...seenBy(sheet, axis, columns),
      cells: new Map(cells.map(([key, column]) => [key, column.map(desk.read)])),
    });
  }
}

/** In the order of the form: a question's conditions only look back. */
function axesOf(sheet: Sheet): Axis[] {
  const { form, forms, rows, reaches } = sheet;
  const order = [...forms.keys()];
  return form.dimensions
    .flatMap((dimension) => {
      const fed = forms.get(dimension.question);
      if (fed === undefined) return [];
      const own = rows.flatMap((row, place) =>
        row.dimension === dimension.dimension ? [[row.value, place] as const] : [],
      );
      const places = new Map(own);
      return [{ ...dimension, form: fed, places, reaches: reaches.get(dimension.question) ?? [] }];
    })
    .sort((a, b) => order.indexOf(a.question) - order.indexOf(b.question));
}

function openSizes({ rows }: Sheet, desk: Desk, axes: readonly Axis[]): readonly Open[] {
  const sizes = rows.map((row, place): Open => {
    const size = row.counts.n ?? 0;
    if (place === 0) return known(size);
    const axis = axes.find(({ dimension }) => dimension === row.dimension);
    const isAlwaysSaid = axis?.form.condition === null && axis.form.question.required === true;
    return size === 0 && isAlwaysSaid && row.value === UNKNOWN_PROFILE ? NONE : desk.open(size);
  });
  desk.tieColumn(sizes);
  return sizes;
}

const crossingKey = (a: number, b: number) => `${String(Math.min(a, b))} ${String(Math.max(a, b))}`;

/** The people of one row of `a` and one row of `b`, for all pairs; `b` comes later in the form. */
function cross({ sheet, desk, sizes, crossings }: Frame, a: Axis, b: Axis): void {
  for (const place of a.places.values()) {
    const row = sheet.rows[place];
    const size = sizes[place] ?? NONE;
    const kind = b.reaches[place]?.kind;
    if (row === undefined) continue;
    for (const [value, otherPlace] of b.places) {
      const people = peopleWith(b, value, row);
      const isUnknown = value === UNKNOWN_PROFILE;
      const isImpossible =
        size.count === null ||
        sizes[otherPlace]?.count === null ||
        (kind === 'nobody' && !isUnknown) ||
        (kind === 'everybody' && isUnknown && b.form.question.required === true);
      const isWhole = kind === 'nobody' && isUnknown && people === size.value;
      const open = isWhole ? size : isImpossible && people === 0 ? NONE : desk.open(people);
      crossings.set(crossingKey(place, otherPlace), open);
    }
  }
  const between = (place: number, others: Axis) =>
    [...others.places.values()].map((other) => crossings.get(crossingKey(place, other)) ?? NONE);
  for (const place of a.places.values()) desk.tie(between(place, b), sizes[place] ?? NONE);
  for (const place of b.places.values()) desk.tie(between(place, a), sizes[place] ?? NONE);
}

function peopleWith({ form, values }: Axis, value: string, { counts }: Row): number {
  const count = (option: string) => counts[`${form.question.code}.${option}`] ?? 0;
  if (value !== UNKNOWN_PROFILE) return count(value);
  return values.reduce(
    (left, { code }) => (code === UNKNOWN_PROFILE ? left : left - count(code)),
    counts.n ?? 0,
  );
}

function columnsOf(frame: Frame, axis: Axis): AxisColumns {
  const { sheet, desk, sizes, crossings } = frame;
  const { form, places, reaches } = axis;
  const { code, required } = form.question;
  const own = new Map([...places].map(([value, place]) => [place, value]));
  const column = (value: string): OpenColumn => {
    const valuePlace = places.get(value) ?? -1;
    return sheet.rows.map((_, place) => {
      if (place === 0 || place === valuePlace) return sizes[valuePlace] ?? NONE;
      return own.has(place) ? NONE : (crossings.get(crossingKey(place, valuePlace)) ?? NONE);
    });
  };
  const options = new Map(form.options.map((option) => [`${code}.${option.code}`, column(option.code)]));
  const blanks = column(UNKNOWN_PROFILE);
  const skipped: Open[] = [];
  sheet.rows.forEach(({ counts }, place) => {
    const ownValue = own.get(place);
    const kind = reaches[place]?.kind;
    const skips = (counts[shownKey(code)] ?? 0) - (counts[answeredKey(code)] ?? 0);
    if (ownValue !== undefined) skipped.push(ownValue === UNKNOWN_PROFILE ? (skipped[0] ?? NONE) : NONE);
    else if (kind === 'everybody') skipped.push(blanks[place] ?? NONE);
    else if (skips === 0 && (kind === 'nobody' || required === true)) skipped.push(NONE);
    else skipped.push(desk.open(skips));
  });
  if (reaches[0]?.kind !== 'everybody') desk.tieColumn(skipped);

  return { cells: new Map([...options, [skippedKey(code), skipped]]), blanks, skipped };
}

/** Those who answered, and those of several values whom another question is shown to. */
function groupsOf({ sheet, sizes }: Frame, { form }: Axis, columns: AxisColumns | undefined): Sides[] {
  if (columns === undefined) return [];
  const { code } = form.question;
  const options = form.options.map((option) => `${code}.${option.code}`);
  const at = (keys: readonly string[]) => keys.flatMap((key) => [columns.cells.get(key) ?? []]);
  const answered = { key: answeredKey(code), parts: options };
  return [answered, ...(sheet.groups.get(code) ?? [])]
    .filter(({ key }) => !columns.cells.has(key))
    .map(({ key, parts }) => {
      const others = options.filter((option) => !parts.includes(option));
      return { key, inside: at(parts), outside: [...at(others), columns.blanks], wholes: sizes };
    });
}

/** Those without an answer either skipped the question or, as its conditions tell, were not asked. */
function tieBlanks({ sheet, desk }: Frame, axis: Axis, columns: ReadonlyMap<string, AxisColumns>): void {
  const mine = columns.get(axis.question);
  const own = new Set(axis.places.values());
  sheet.rows.forEach((_, place) => {
    const reach = axis.reaches[place];
    if (mine === undefined || own.has(place) || reach?.kind !== 'cells') return;
    const other = columns.get(reach.question);
    if (other === undefined) return;
    const outside = reach.outside.map((key) => other.cells.get(key)?.[place]);
    const unasked = reach.unshown === 'outside' ? unaskedAt(desk, other, place) : NONE;
    const parts = [mine.skipped[place], ...outside, unasked].map((part) => part ?? NONE);
    desk.tie(parts, mine.blanks[place] ?? NONE);
  });
}

function unaskedAt(desk: Desk, { blanks, skipped }: AxisColumns, place: number): Open {
  const blank = blanks[place] ?? NONE;
  const skip = skipped[place] ?? NONE;
  if (skip === blank) return NONE;
  if (skip === NONE) return blank;
  const unasked = desk.open(blank.value - skip.value, { spare: true });
  desk.tie([skip, unasked], blank);
  return unasked;
}

/**
 * Who saw a profile question. When that depends on something else than another profile question it is not told at all:
 * beside the answers it would give away those who skipped it.
 */
function seenBy(sheet: Sheet, axis: Axis, columns: ReadonlyMap<string, AxisColumns>): Seen {
  const seen = seenFigures(sheet, axis.form);
  const isFramed = axis.reaches.every((reach) => {
    if (reach.kind === 'everybody' || reach.kind === 'nobody') return true;
    return reach.kind === 'cells' && columns.has(reach.question);
  });
  if (isFramed) return seen;
  const conceal = (column: Column) => column.map((figure) => ({ ...figure, hidden: true }));
  return { shown: conceal(seen.shown), unshown: conceal(seen.unshown) };
}
