import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { repeat } from './repeat';

const silent = pino({ level: 'silent' });

test('goes on after a failure, one turn after the other', async () => {
  let turns = 0;
  let atWork = 0;
  const { promise: enough, resolve } = Promise.withResolvers<unknown>();
  const stop = repeat(
    'work',
    0,
    async () => {
      expect((atWork += 1)).toBe(1);
      turns += 1;
      if (turns === 4) resolve(null);
      await Promise.resolve(null);
      atWork -= 1;
      if (turns < 3) throw new Error('not yet');
    },
    silent,
  );
  await enough;
  await stop();
  expect(turns).toBeGreaterThanOrEqual(4);
});

test('stops between two turns, after the one at work', async () => {
  const { promise: finish, resolve } = Promise.withResolvers<unknown>();
  let isFinished = false;
  const stop = repeat(
    'work',
    3_600_000,
    async () => {
      await finish;
      isFinished = true;
    },
    silent,
  );
  const stopped = stop();
  resolve(null);
  await stopped;
  expect(isFinished).toBe(true);
});
