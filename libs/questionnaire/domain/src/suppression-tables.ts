import type { ProfileDimension } from './definition';
import type { FormQuestion, ResultForm } from './results-form';
import type { Group, Reach } from './suppression-reach';
import { release, suppress } from './suppression-decide';
import { addCount, addLine, newSystem, type LineKind } from './suppression-system';
import type { Counts } from './tally';

/** One public slice: everybody (no dimension, always the first row), or one value of one dimension. */
export interface Row {
  readonly key: string;
  readonly dimension: ProfileDimension | null;
  readonly value: string;
  readonly counts: Counts;
}

/** A number of people, and whether the public may read it. */
export interface Figure {
  readonly value: number;
  readonly hidden: boolean;
}

/** A column of figures: one per row, in the order of the rows. */
export type Column = readonly Figure[];

/** What may be read of one question. */
export interface Table {
  readonly shown: Column;
  readonly unshown: Column;
  readonly cells: ReadonlyMap<string, Column>;
}

export interface Nesting {
  readonly parts: readonly number[];
  readonly whole: number;
}

/** The public tables while they are worked out, one question after the other. */
export interface Sheet {
  readonly form: ResultForm;
  readonly forms: ReadonlyMap<string, FormQuestion>;
  readonly rows: readonly Row[];
  /** Rows that share out another without overlap: roles not asked their level make up the row of those without one. */
  readonly nestings: readonly Nesting[];
  readonly smallest: number;
  /** For each question, who sees it, row by row. */
  readonly reaches: ReadonlyMap<string, readonly Reach[]>;
  /** For each question, the cells that others add up. */
  readonly groups: ReadonlyMap<string, readonly Group[]>;
  /** The people of each row. */
  readonly sizes: Figure[];
  readonly tables: Map<string, Table>;
}

export const NOBODY: Figure = { value: 0, hidden: false };

export const at = (column: Column | undefined, place: number): Figure => column?.[place] ?? NOBODY;

/** A figure still to be decided: its place in a system, or a value that is known whatever is decided. */
export interface Open {
  readonly value: number;
  readonly count: number | null;
}

/** Figures to be decided together. */
export interface Desk {
  readonly open: (value: number, options?: { hidden?: boolean; spare?: boolean }) => Open;
  /** Records that the parts add up to the whole; figures already known only shift the sum. */
  readonly tie: (parts: readonly Open[], whole: Open, kind?: LineKind, times?: number) => void;
  /** Records, for the figures of one column, which rows add up to which. */
  readonly tieColumn: (column: OpenColumn, kind?: LineKind) => void;
  /** Decides all figures added so far: what was hidden stays so. */
  readonly decide: () => void;
  /** Shows again those groups of hidden figures that can be worked out anyway and are large enough. */
  readonly release: (groups: readonly (readonly Open[])[]) => void;
  readonly isHidden: (figure: Open) => boolean;
  /** The figure as it is decided. */
  readonly read: (figure: Open) => Figure;
}

export type OpenColumn = readonly Open[];

export const NONE: Open = { value: 0, count: null };
export const known = (value: number): Open => ({ value, count: null });

export function newDesk({ nestings, smallest }: Pick<Sheet, 'nestings' | 'smallest'>): Desk {
  const system = newSystem();
  const tie: Desk['tie'] = (parts, whole, kind = 'basic', times = 1) => {
    const counts = parts.map(({ count }) => count).filter((count) => count !== null);
    if (whole.count !== null && counts.includes(whole.count)) return; // The same figure on both sides.
    addLine(system, { parts: counts, whole: whole.count, times, kind });
  };
  const isHidden = ({ count }: Open) => count !== null && system.hidden[count] === true;
  return {
    tie,
    isHidden,
    open: (value, options) => ({ value, count: addCount(system, value, options) }),
    tieColumn: (column, kind) => {
      for (const { parts, whole } of nestings) {
        tie(
          parts.map((place) => column[place] ?? NONE),
          column[whole] ?? NONE,
          kind,
        );
      }
    },
    decide: () => {
      suppress(system, smallest);
    },
    release: (groups) => {
      const counts = groups.map((figures) => figures.flatMap(({ count }) => count ?? []));
      release(system, counts, smallest);
    },
    read: (figure) => ({ value: figure.value, hidden: isHidden(figure) }),
  };
}
