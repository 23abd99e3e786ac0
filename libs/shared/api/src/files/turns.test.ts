import { expect, test } from '@jest/globals';
import { Turns } from './turns';

test('two work, three wait, the sixth is refused; each that ends lets the next in', async () => {
  const turns = new Turns(2, 3);
  const ends: (() => void)[] = [];
  let most = 0;
  let now = 0;
  const work = async () => {
    now += 1;
    most = Math.max(most, now);
    await new Promise<void>((resolve) => ends.push(resolve));
    now -= 1;
    return 'done';
  };
  const all = Array.from({ length: 6 }, () => turns.take(work));
  expect(await all[5]).toBeNull();
  for (let done = 0; done < 5; done += 1) {
    while (ends.length === 0) await new Promise(setImmediate);
    ends.shift()?.();
  }
  expect(await Promise.all(all.slice(0, 5))).toEqual(Array(5).fill('done'));
  expect(most).toBe(2);
  const again = turns.take(() => Promise.reject(new Error('failed')));
  await expect(again).rejects.toThrow('failed');
  expect(await turns.take(() => Promise.resolve('free'))).toBe('free');
});
