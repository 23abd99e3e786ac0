import type { Line, Tables } from './withhold';

/** Coefficients are small whole numbers: what is less than this after elimination is rounding. */
const NOUGHT = 1e-9;

/**
 * Elimination takes the time of equations² × unknowns. Beyond this many unknowns (a ranking of six crossed by thirty
 * académies, while most of its counts are small) it would take the worker ten seconds at each publication.
 */
const MOST_UNKNOWNS = 800;

/**
 * The withheld counts that the counts shown and the sums give back exactly: those that Gaussian elimination of the lines
 * leaves alone in an equation. Lines may each look safe and not be so together: in a crossed table, a count may be the
 * only link between two groups of withheld ones.
 */
export function determinedCounts(tables: Tables): number[] {
  return linesTogether(tables).flatMap((lines) => {
    const unknowns = [...new Set(lines.flatMap((line) => withheldOn(tables, line)))];
    if (unknowns.length > MOST_UNKNOWNS) return [];
    const equations = lines.map((line) => equationOf(line, unknowns));
    return reduced(equations, unknowns.length).flatMap((equation) => {
      const left = [...equation.keys()].filter((column) => Math.abs(equation[column] ?? 0) > NOUGHT);
      return left.length === 1 ? (unknowns[left[0] ?? 0] ?? []) : [];
    });
  });
}

const withheldOn = ({ withheld }: Tables, { parts, whole }: Line): number[] =>
  [...parts, ...(whole === null ? [] : [whole])].filter((count) => withheld[count]);

/** Groups of lines that share withheld counts, each from one to the next: what one group tells, no other changes. */
function linesTogether(tables: Tables): Line[][] {
  const linesOf = new Map<number, Line[]>();
  for (const line of tables.lines) {
    if (line.parts.length === 0) continue;
    for (const count of withheldOn(tables, line)) linesOf.set(count, [...(linesOf.get(count) ?? []), line]);
  }
  const seen = new Set<Line>();
  return [...linesOf.values()].flatMap(([first]) => {
    if (!first || seen.has(first)) return [];
    const group = [first];
    seen.add(first);
    for (const line of group) {
      for (const count of withheldOn(tables, line)) {
        for (const next of linesOf.get(count) ?? []) {
          if (!seen.has(next)) group.push(next);
          seen.add(next);
        }
      }
    }
    return [group];
  });
}

function equationOf({ parts, whole }: Line, unknowns: readonly number[]): Float64Array {
  const signs = new Map(parts.map((count) => [count, 1]));
  if (whole !== null) signs.set(whole, -1);
  return Float64Array.from(unknowns, (count) => signs.get(count) ?? 0);
}

/** Reduced row echelon form, in place, without the equations that say nothing more. */
function reduced(equations: Float64Array[], width: number): Float64Array[] {
  let done = 0;
  for (let column = 0; column < width && done < equations.length; column += 1) {
    const size = (row: number) => Math.abs(equations[row]?.[column] ?? 0);
    let best = done;
    for (let row = done + 1; row < equations.length; row += 1) if (size(row) > size(best)) best = row;
    const pivot = equations[best];
    const top = pivot?.[column] ?? 0;
    if (!pivot || Math.abs(top) <= NOUGHT) continue;
    equations[best] = equations[done] as Float64Array;
    equations[done] = pivot;
    // Most of an equation is nought, and stays so.
    const filled = [...pivot.keys()].filter((at) => pivot[at] !== 0);
    for (const at of filled) pivot[at] = (pivot[at] as number) / top;
    equations.forEach((equation, row) => {
      const factor = row === done ? 0 : (equation[column] as number);
      if (Math.abs(factor) <= NOUGHT) return;
      for (const at of filled) equation[at] = (equation[at] as number) - factor * (pivot[at] as number);
    });
    done += 1;
  }
  return equations.slice(0, done);
}
