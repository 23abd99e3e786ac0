import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Operations } from '@preau/shared-api';
import { startTestApi, type TestApi } from '@preau/testing';
import { AppModule } from './app.module';
import { takesObject } from './permissions/document';
import { outcome } from './permissions/outcome';
import { PART_NAMES } from './permissions/parts';
import { enter, setStage, type Stage } from './permissions/stage';
import { TABLE } from './permissions/table';

let api: TestApi;
let stage: Stage;
beforeAll(async () => {
  api = await startTestApi([AppModule], { identity: true, settings: { SECOND_FACTOR: 'true' } });
  stage = await setStage(api);
});
afterAll(() => api.close());

test('every operation has a row in the table, every row an operation', () => {
  const offered = [...api.get(Operations).all().keys()];
  const missing = offered.filter((name) => !(name in TABLE));
  const left = Object.keys(TABLE).filter((name) => !offered.includes(name));
  expect({
    'Opérations sans ligne dans apps/api/src/permissions/table': missing,
    'Lignes dont l’opération n’existe plus': left,
  }).toEqual({
    'Opérations sans ligne dans apps/api/src/permissions/table': [],
    'Lignes dont l’opération n’existe plus': [],
  });
});

test('every operation on an object is also asked for one that does not exist', () => {
  const unasked = Object.entries(TABLE)
    .filter(([name, row]) => takesObject(name) && !('absent' in row))
    .map(([name]) => name);
  expect(unasked).toEqual([]);
});

describe.each(Object.entries(TABLE))('%s', (operation, row) => {
  test.each(Object.entries(row))('%s', async (_, [given, expected]) => {
    const found: Record<string, string> = {};
    for (const part of PART_NAMES) {
      const scene = await enter(stage, part);
      found[part] = await outcome(scene, operation, await given(scene));
    }
    expect(found).toEqual(expected);
  });
});
