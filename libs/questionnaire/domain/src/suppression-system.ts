/** Counts that add up: the sum of `parts` is `times` the count `whole`, or known to everybody when that is null. */
export interface Line {
  readonly parts: readonly number[];
  readonly whole: number | null;
  /** 1 unless people give a fixed number of answers each. */
  readonly times: number;
  /**
   * What a second filling must see to. `basic`: this line. `definition`: nothing where the whole is hidden, since the
   * whole is but a name for the sum of its parts. `implied`: nothing, since it follows from the others.
   */
  readonly kind: LineKind;
}

export type LineKind = 'basic' | 'definition' | 'implied';

/** Counts of people that may be shown or hidden, numbered from 0, and every equality that ties them together. */
export interface System {
  readonly values: number[];
  readonly hidden: boolean[];
  /** Counts shown on no screen, which anybody could work out: the first to hide when another has to be. */
  readonly spare: boolean[];
  readonly lines: Line[];
}

export function newSystem(): System {
  return { values: [], hidden: [], spare: [], lines: [] };
}

export function addCount(system: System, value: number, { hidden = false, spare = false } = {}): number {
  system.hidden.push(hidden);
  system.spare.push(spare);
  return system.values.push(value) - 1;
}

/** Adds an equality; one without parts says nothing. */
export function addLine(system: System, line: Line): void {
  if (line.parts.length > 0) system.lines.push(line);
}

/** For each count, the lines it stands in. */
export function linesByCount({ values, lines }: System): Line[][] {
  const byCount: Line[][] = values.map(() => []);
  for (const line of lines) for (const member of membersOf(line)) byCount[member]?.push(line);
  return byCount;
}

export function membersOf({ parts, whole }: Line): readonly number[] {
  return whole === null ? parts : [...parts, whole];
}
