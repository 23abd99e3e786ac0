/** @jest-environment node */
import { expect, test } from '@jest/globals';
import { idOfDraft, randomId } from './ids';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[48][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('random ids are UUIDs, each its own', () => {
  const ids = Array.from({ length: 100 }, randomId);
  expect(ids.every((id) => UUID.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(100);
});

test('the same draft gives the same id on every device, and another draft another', async () => {
  const id = await idOfDraft('ps_DYc8n3mqxswBpeC2H5w');
  expect(id).toMatch(UUID);
  expect(await idOfDraft('ps_DYc8n3mqxswBpeC2H5w')).toBe(id);
  expect(await idOfDraft('ps_DYc8n3mqxswBpeC2H5x')).not.toBe(id);
});
