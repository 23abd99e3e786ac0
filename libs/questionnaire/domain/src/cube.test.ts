import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseSliceKey, sliceKey, slicesFor, slicesOf } from './cube';

const TEACHER = { role: 'teacher', level: 'college', academie: '07' };

describe('sliceKey', () => {
  test.each([
    [{}, ''],
    [{ role: 'teacher' }, 'role=teacher'],
    [{ level: '_', role: 'teacher' }, 'role=teacher;level=_'],
    [TEACHER, 'role=teacher;academie=07;level=college'],
  ])('writes %j', (slice, key) => {
    expect(sliceKey(slice)).toBe(key);
    expect(parseSliceKey(key)).toEqual(slice);
  });

  test('can be read back whatever the value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        fc.pre(value.isWellFormed());
        expect(parseSliceKey(sliceKey({ role: value, level: 'x' }))).toEqual({ role: value, level: 'x' });
      }),
    );
  });

  test.each(['x=1', 'role', 'role=a=b', 'level=a;role=b', 'role=a;', 'role=%', ';'])('refuses %j', (key) => {
    expect(parseSliceKey(key)).toBeNull();
  });
});

test('a response is in eight slices: everybody first, its base cell last', () => {
  const slices = slicesOf(TEACHER);
  expect(new Set(slices).size).toBe(8);
  expect(slices[0]).toBe('');
  expect(slices[7]).toBe(sliceKey(TEACHER));
});

test('the slices of one dimension share out every response once', () => {
  const value = fc.constantFrom('a', 'b', '_');
  fc.assert(
    fc.property(fc.array(fc.record({ role: value, level: value, academie: value })), (profiles) => {
      const counts = new Map<string, number>();
      for (const key of profiles.flatMap(slicesOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
      for (const dimension of ['role', 'level', 'academie'] as const) {
        const sum = ['a', 'b', '_'].reduce(
          (total, code) => total + (counts.get(sliceKey({ [dimension]: code })) ?? 0),
          0,
        );
        expect(sum).toBe(profiles.length);
      }
    }),
  );
});

describe('slicesFor', () => {
  test('crossed by one dimension, under filters', () => {
    const family = slicesFor('level', [{ dimension: 'role', value: 'teacher' }])!;
    expect(family.whole).toBe('role=teacher');
    expect(family.keyOf('college')).toBe('role=teacher;level=college');
    expect(family.valueOf('role=teacher;level=college')).toBe('college');
    expect(family.valueOf('level=college')).toBeNull();
    expect(family.valueOf('role=teacher;academie=07;level=college')).toBeNull();
  });

  test('crossed by a dimension that is filtered too: that value alone', () => {
    const family = slicesFor('role', [{ dimension: 'role', value: 'teacher' }])!;
    expect(family.keyOf('teacher')).toBe('role=teacher');
    expect(family.keyOf('parent')).toBeNull();
  });

  test('not crossed: the filters alone', () => {
    const family = slicesFor(null, [{ dimension: 'academie', value: '07' }])!;
    expect(family.whole).toBe('academie=07');
    expect(family.keyOf('x')).toBeNull();
  });

  test('nobody is of two roles', () => {
    const filters = ['teacher', 'parent'].map((value) => ({ dimension: 'role' as const, value }));
    expect(slicesFor(null, filters)).toBeNull();
  });
});
