import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { auditSuppression, suppress } from './suppression-decide';
import { addCount, addLine, newSystem, type Line, type System } from './suppression-system';

/** A table of groups × choices per dimension, over one row for everybody: what one question of a questionnaire gives. */
function tableSystem(
  totals: readonly number[],
  dimensions: readonly (readonly (readonly number[])[])[],
): System {
  const system = newSystem();
  const total = totals.map((value) => addCount(system, value));
  addLine(system, { parts: total, whole: null, times: 1, kind: 'basic' });
  for (const groups of dimensions) {
    const cells = groups.map((row) => row.map((value) => addCount(system, value)));
    const sizes = groups.map((row) =>
      addCount(
        system,
        row.reduce((sum, value) => sum + value, 0),
      ),
    );
    addLine(system, { parts: sizes, whole: null, times: 1, kind: 'basic' });
    cells.forEach((row, group) => {
      addLine(system, { parts: row, whole: sizes[group]!, times: 1, kind: 'basic' });
    });
    total.forEach((whole, choice) => {
      addLine(system, { parts: cells.map((row) => row[choice]!), whole, times: 1, kind: 'basic' });
    });
  }
  return system;
}

/** People, each with a choice and a group per dimension, counted. */
function systemOfPeople(people: readonly (readonly number[])[], sizes: readonly number[]): System {
  const count = (test: (person: readonly number[]) => boolean) => people.filter(test).length;
  const choices = [...Array(sizes[0]!).keys()];
  const totals = choices.map((choice) => count((person) => person[0] === choice));
  const dimensions = sizes
    .slice(1)
    .map((size, index) =>
      [...Array(size).keys()].map((group) =>
        choices.map((choice) => count((person) => person[0] === choice && person[index + 1] === group)),
      ),
    );
  return tableSystem(totals, dimensions);
}

/** Brute force, sharing nothing with the code under test: is there a filling of the hidden counts giving `count` another value? */
function hasOtherFilling(system: System, count: number): boolean {
  const hidden = system.values.flatMap((_, index) => (system.hidden[index] ? [index] : []));
  const order = [count, ...hidden.filter((index) => index !== count)];
  const filling = [...system.values];
  const people = Math.max(...system.values) + 2;
  const position = new Map(order.map((index, place) => [index, place]));
  const sumOf = (values: readonly number[], line: Line) =>
    line.parts.reduce((sum, part) => sum + values[part]!, 0) -
    (line.whole === null ? 0 : values[line.whole]!);
  const linesEndingAt = order.map((_, place) =>
    system.lines.filter((line) => {
      const places = [...line.parts, ...(line.whole === null ? [] : [line.whole])].map(
        (member) => position.get(member) ?? -1,
      );
      return Math.max(...places) === place;
    }),
  );
  const fill = (place: number): boolean => {
    const index = order[place];
    if (index === undefined) return true;
    for (let value = 0; value <= people; value++) {
      if (index === count && value === system.values[count]) continue;
      filling[index] = value;
      const fits = linesEndingAt[place]!.every((line) => sumOf(filling, line) === sumOf(system.values, line));
      if (fits && fill(place + 1)) return true;
    }
    filling[index] = system.values[index]!;
    return false;
  };
  return fill(0);
}

const hiddenIn = (system: System) => system.hidden.flatMap((isHidden, index) => (isHidden ? [index] : []));

const smallTable = fc
  .record({
    choices: fc.integer({ min: 2, max: 3 }),
    groups: fc.array(fc.integer({ min: 2, max: 3 }), { minLength: 1, maxLength: 2 }),
  })
  .chain(({ choices, groups }) => {
    const sizes = [choices, ...groups];
    const person = fc.tuple(...sizes.map((size) => fc.nat({ max: size - 1 })));
    return fc.array(person, { minLength: 3, maxLength: 14 }).map((people) => systemOfPeople(people, sizes));
  });

describe('suppress', () => {
  test.each([
    [
      'nothing when every count is large enough',
      [40, 60],
      [
        [20, 30],
        [20, 30],
      ],
      [],
    ],
    [
      'a small count, another on its row, and both below',
      [40, 60],
      [
        [5, 25],
        [35, 35],
      ],
      [2, 3, 4, 5],
    ],
    [
      'an empty cell like a small one',
      [40, 60],
      [
        [0, 30],
        [40, 30],
      ],
      [2, 3, 4, 5],
    ],
    [
      'the size of a small group, and of a second one',
      [40, 60],
      [
        [2, 3],
        [18, 17],
        [20, 40],
      ],
      [2, 3, 4, 5, 8, 9],
    ],
  ])('hides %s', (_, totals, groups, expected) => {
    const system = tableSystem(totals, [groups]);
    suppress(system);
    expect(hiddenIn(system)).toEqual(expected);
  });

  test('hides more than two while those hidden stand for fewer than eleven people together', () => {
    const system = newSystem();
    const parts = [2, 3, 45, 50].map((value) => addCount(system, value));
    addLine(system, { parts, whole: null, times: 1, kind: 'basic' });
    suppress(system);
    expect(hiddenIn(system)).toEqual([0, 1, 2]);
  });

  test('two hidden counts that add up to nought are not safe, though elimination leaves them free', () => {
    // Rows a+b+c+d = 34 and c+d = 34 by another line: a and b can only be 0.
    const system = newSystem();
    const [a, b, c, d] = [0, 0, 14, 20].map((value) => addCount(system, value, { hidden: true }));
    addLine(system, { parts: [a!, b!, c!, d!], whole: null, times: 1, kind: 'basic' });
    addLine(system, { parts: [c!, d!], whole: null, times: 1, kind: 'basic' });
    expect(auditSuppression(system)).toEqual([a, b]);
  });

  test('a spare count is hidden before one people would read', () => {
    const system = newSystem();
    const parts = [addCount(system, 4), addCount(system, 20), addCount(system, 500, { spare: true })];
    addLine(system, { parts, whole: null, times: 1, kind: 'basic' });
    suppress(system);
    expect(system.hidden).toEqual([true, false, true]);
  });

  test('a hidden whole takes a part with it', () => {
    const system = newSystem();
    const whole = addCount(system, 100, { hidden: true });
    const parts = [addCount(system, 60), addCount(system, 40)];
    addLine(system, { parts, whole, times: 1, kind: 'basic' });
    suppress(system);
    expect(system.hidden).toEqual([true, false, true]);
  });

  test('shows no count under the threshold, and lets no line give one back', () => {
    fc.assert(
      fc.property(smallTable, (system) => {
        suppress(system, 3);
        system.values.forEach((value, index) => {
          if (value < 3) expect(system.hidden[index]).toBe(true);
        });
        for (const { parts, whole } of system.lines) {
          if (whole !== null && system.hidden[whole]) {
            expect(parts.some((part) => system.hidden[part])).toBe(true);
            continue;
          }
          const hidden = parts.filter((part) => system.hidden[part]);
          expect(hidden).not.toHaveLength(1);
          const sum = hidden.reduce((total, part) => total + system.values[part]!, 0);
          if (hidden.length > 0 && hidden.length < parts.length) expect(sum).toBeGreaterThanOrEqual(3);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('leaves at least two possible values to every hidden count (brute force)', () => {
    fc.assert(
      fc.property(smallTable, (system) => {
        suppress(system, 3);
        expect(auditSuppression(system)).toEqual([]);
        system.hidden.forEach((isHidden, index) => {
          if (isHidden) expect(hasOtherFilling(system, index)).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('hides nothing when every count reaches the threshold', () => {
    fc.assert(
      fc.property(smallTable, (system) => {
        const large = { ...system, values: system.values.map((value) => value + 11) };
        suppress(large);
        expect(large.hidden).not.toContain(true);
      }),
      { numRuns: 50 },
    );
  });
});
