import { expect, jest, test } from '@jest/globals';
import { KeptFor } from './kept-for';

test('what was loaded is not asked for again while it is kept; what is not there is', async () => {
  jest.useFakeTimers({ now: 0, doNotFake: ['setImmediate'] });
  const asked: string[][] = [];
  const kept = new KeptFor(1_000, (ids) => {
    asked.push([...ids]);
    return Promise.resolve(new Map(ids.filter((id) => id !== 'absent').map((id) => [id, id.toUpperCase()])));
  });
  expect([...(await kept.of(['a', 'b', 'a', 'absent'])).values()]).toEqual(['A', 'B']);
  expect([...(await kept.of(['c', 'a', 'absent'])).entries()]).toEqual([
    ['a', 'A'],
    ['c', 'C'],
  ]);
  jest.setSystemTime(1_000);
  await kept.of(['a', 'c']);
  await kept.of(['a', 'c']);
  expect(asked).toEqual([
    ['a', 'b', 'absent'],
    ['c', 'absent'],
    ['a', 'c'],
  ]);
  jest.useRealTimers();
});
