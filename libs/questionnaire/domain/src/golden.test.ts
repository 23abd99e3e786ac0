import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type GoldenCase, runGoldenCase } from './golden';

const folder = new URL('../golden/', import.meta.url);
const cases = readdirSync(folder).map(
  (file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as GoldenCase,
);

describe('golden cases', () => {
  test.each(cases.map((golden) => [golden.name, golden] as const))('%s', (_name, golden) => {
    expect(runGoldenCase(golden).failures).toEqual([]);
  });

  test('a difference is reported, not swallowed', () => {
    const [golden] = cases.filter(({ visible }) => visible);
    expect(runGoldenCase({ ...golden!, visible: ['nothing'] }).failures).toHaveLength(1);
    expect(runGoldenCase({ ...golden!, definition: {} }).failures).not.toEqual([]);
  });
});
