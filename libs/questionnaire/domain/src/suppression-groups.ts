import { NONE, type Desk, type Open, type OpenColumn } from './suppression-tables';

export interface Sides {
  readonly key: string;
  /** The cells put together, and all the others of the same people. */
  readonly inside: readonly OpenColumn[];
  readonly outside: readonly OpenColumn[];
  /** Both sides together, row by row; null where that is not told. */
  readonly wholes: readonly (Open | null)[];
}

interface Pair {
  readonly together: Open;
  readonly others: Open;
}

/**
 * Adds to a desk, once its cells are decided, how many people are in several of them together: "teachers or staff" is a
 * figure too when a question is shown to both. It is hidden where it would narrow down hidden cells on both its sides,
 * unless it can be worked out from them. Then everything is decided again. Returns the columns by key.
 */
export function decideGroups(desk: Desk, groups: readonly Sides[]): Map<string, OpenColumn> {
  if (groups.length === 0) return new Map();
  const pairs = new Map(groups.map((group) => [group.key, openPairs(desk, group)]));
  const hidden = [...pairs.values()].flat().filter(({ together }) => desk.isHidden(together));
  desk.release(hidden.map(({ together, others }) => [together, others]));
  desk.decide();
  return new Map([...pairs].map(([key, column]) => [key, column.map(({ together }) => together)]));
}

function openPairs(desk: Desk, { inside, outside, wholes }: Sides): Pair[] {
  const pairs = wholes.map((whole, place): Pair => {
    const possible = (columns: readonly OpenColumn[]) =>
      columns.map((column) => column[place] ?? NONE).filter((figure) => figure !== NONE);
    const [ins, outs] = [possible(inside), possible(outside)];
    const hidden = whole === null || (ins.some(desk.isHidden) && outs.some(desk.isHidden));
    const together = whole !== null && outs.length === 0 ? whole : sumOf(desk, ins, { hidden });
    const others = whole !== null && ins.length === 0 ? whole : sumOf(desk, outs, { hidden, spare: true });
    if (whole !== null) desk.tie([together, others], whole, 'implied');
    return { together, others };
  });
  for (const side of ['together', 'others'] as const) {
    desk.tieColumn(
      pairs.map((pair) => pair[side]),
      'implied',
    );
  }
  return pairs;
}

/** The figure of several together: the only one there can be, or a new one. */
function sumOf(
  desk: Desk,
  figures: readonly Open[],
  options: { readonly hidden: boolean; readonly spare?: boolean },
): Open {
  const [only] = figures;
  if (only === undefined) return NONE;
  if (figures.length === 1) return only;
  const sum = desk.open(
    figures.reduce((total, { value }) => total + value, 0),
    options,
  );
  desk.tie(figures, sum, 'definition');
  return sum;
}
