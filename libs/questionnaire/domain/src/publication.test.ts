import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseSliceKey, sliceKey } from './cube';
import { planPublication, publicQuery, type PendingCell } from './publication';

const cell = (role: string, level: string, moved: number, dirty = false, academie = '_'): PendingCell => ({
  key: sliceKey({ role, academie, level }),
  moved,
  dirty,
});
const keys = (...cells: PendingCell[]) => cells.map(({ key }) => key);

const publicSlices = (key: string) => [
  '',
  ...Object.entries(parseSliceKey(key)!).map(([dimension, value]) => sliceKey({ [dimension]: value })),
];

describe('planPublication', () => {
  const large = cell('teacher', 'college', 11);
  test.each([
    ['nothing, when nothing waits', [], []],
    ['nothing, when nobody moved', [cell('teacher', 'college', 0)], []],
    ['not ten', [cell('teacher', 'college', 10)], []],
    ['eleven', [large], [large]],
    [
      'small cells that reach eleven in each of their slices',
      [
        cell('teacher', 'college', 6),
        cell('teacher', 'lycee', 5),
        cell('parent', 'college', 5),
        cell('parent', 'lycee', 6),
      ],
      [
        cell('teacher', 'college', 6),
        cell('teacher', 'lycee', 5),
        cell('parent', 'college', 5),
        cell('parent', 'lycee', 6),
      ],
    ],
    ['not the lone teacher among many', [large, cell('parent', 'college', 1)], [large]],
    [
      'what is left once a cell has to wait, and not what needed it',
      [cell('teacher', 'college', 9), cell('teacher', 'lycee', 2), cell('parent', 'college', 12)],
      [cell('parent', 'college', 12)],
    ],
    [
      'a departure among enough arrivals',
      [cell('teacher', 'college', 11, true)],
      [cell('teacher', 'college', 11, true)],
    ],
    ['not a departure alone', [cell('teacher', 'college', 0, true)], []],
    ['not a departure seen in a quiet role', [large, cell('parent', 'college', 0, true)], [large]],
  ])('publishes %s', (_, cells, expected) => {
    expect(planPublication(cells)).toEqual(keys(...expected));
  });

  test('is the largest set allowed, whatever the order of the cells', () => {
    const value = fc.constantFrom('a', 'b');
    const pending = fc.uniqueArray(
      fc.record({
        key: fc.record({ role: value, academie: value, level: value }).map(sliceKey),
        moved: fc.constantFrom(0, 1, 3, 5, 8, 11, 20),
        dirty: fc.boolean(),
      }),
      { selector: ({ key }) => key, maxLength: 8 },
    );
    const isAllowed = (cells: readonly PendingCell[]) =>
      cells.every(({ key }) =>
        publicSlices(key).every((slice) => {
          const inside = cells.filter((other) => publicSlices(other.key).includes(slice));
          return inside.reduce((sum, { moved }) => sum + moved, 0) >= 11;
        }),
      );
    fc.assert(
      fc.property(pending, (cells) => {
        const plan = new Set(planPublication(cells));
        expect(isAllowed(cells.filter(({ key }) => plan.has(key)))).toBe(true);
        expect(new Set(planPublication([...cells].reverse()))).toEqual(plan);
        const waiting = cells.filter(({ moved, dirty }) => moved > 0 || dirty);
        for (let subset = 1; subset < 2 ** waiting.length; subset++) {
          const chosen = waiting.filter((_, index) => (subset >> index) % 2 === 1);
          if (isAllowed(chosen)) expect(chosen.every(({ key }) => plan.has(key))).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('refuses a key that is not of a cell', () => {
    expect(() => planPublication([{ key: 'nonsense', moved: 20, dirty: false }])).toThrow('nonsense');
  });
});

/** Responses by id: where each is, and how many times it was amended. */
type Snapshot = Map<string, Map<number, number>>;

describe('whoever watches the public tables', () => {
  const value = fc.constantFrom('a', 'b', 'c');
  const profile = fc.record({
    role: value,
    academie: fc.constantFrom('07', '10'),
    level: fc.constantFrom('x', '_'),
  });
  const step = fc.oneof(
    { weight: 60, arbitrary: fc.record({ kind: fc.constant('submit' as const), profile }) },
    {
      weight: 12,
      arbitrary: fc.record({
        kind: fc.constant('amend' as const),
        profile,
        which: fc.nat(),
        moves: fc.boolean(),
      }),
    },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('publish' as const) }) },
  );

  test('sees each of them move by no response or by eleven at least, and always add up', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 60, maxLength: 300, size: 'max' }), (steps) => {
        const live: Snapshot = new Map();
        const published: Snapshot = new Map();
        const places: string[] = [];
        const put = (id: number, key: string, version: number) => {
          live.set(key, (live.get(key) ?? new Map<number, number>()).set(id, version));
          places[id] = key;
        };
        for (const move of steps) {
          if (move.kind === 'submit') put(places.length, sliceKey(move.profile), 0);
          else if (move.kind === 'amend' && places.length > 0) {
            const id = move.which % places.length;
            const from = places[id]!;
            const version = live.get(from)!.get(id)!;
            live.get(from)!.delete(id);
            put(id, move.moves ? sliceKey(move.profile) : from, version + 1);
          } else if (move.kind === 'publish') publishAndCheck(live, published);
        }
        publishAndCheck(live, published);
      }),
      { numRuns: 60 },
    );
  });

  function publishAndCheck(live: Snapshot, published: Snapshot): void {
    const none = new Map<number, number>();
    const cells = [...live].map(([key, now]) => {
      const before = published.get(key) ?? none;
      return {
        key,
        moved: [...now].filter(([id, version]) => before.get(id) !== version).length,
        dirty: [...before.keys()].some((id) => !now.has(id)),
      };
    });
    const changedIn = new Map<string, Set<number>>();
    for (const key of planPublication(cells)) {
      const [before, now] = [published.get(key) ?? none, live.get(key)!];
      const changed = [...new Set([...before.keys(), ...now.keys()])].filter(
        (id) => before.get(id) !== now.get(id),
      );
      for (const slice of publicSlices(key)) {
        const ids = changedIn.get(slice) ?? new Set<number>();
        for (const id of changed) ids.add(id);
        changedIn.set(slice, ids);
      }
      published.set(key, new Map(now));
    }
    for (const ids of changedIn.values()) expect(ids.size).toBeGreaterThanOrEqual(11);

    const sizes = new Map<string, number>();
    for (const [key, responses] of published) {
      for (const slice of publicSlices(key)) sizes.set(slice, (sizes.get(slice) ?? 0) + responses.size);
    }
    for (const dimension of ['role=', 'academie=', 'level=']) {
      const sum = [...sizes].reduce(
        (total, [slice, size]) => total + (slice.startsWith(dimension) ? size : 0),
        0,
      );
      expect(sum).toBe(sizes.get('') ?? 0);
    }
  }
});

describe('publicQuery', () => {
  const filter = (value: string) => ({ dimension: 'role' as const, value });
  test.each([
    [null, [], null],
    ['role' as const, [], null],
    [null, [filter('teacher')], null],
    ['level' as const, [filter('teacher')], 'ONE_CROSSING_OR_ONE_FILTER'],
    [null, [filter('teacher'), filter('teacher')], 'ONE_CROSSING_OR_ONE_FILTER'],
  ])('by %j where %j: %j', (by, where, refusal) => {
    expect(publicQuery(by, where)).toBe(refusal);
  });
});
