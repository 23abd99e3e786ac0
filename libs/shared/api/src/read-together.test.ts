import { expect, test } from '@jest/globals';
import { ReadTogether } from './read-together';

test('what is asked for at the same time is one question; what is asked for later another', async () => {
  const asked: string[][] = [];
  const together = new ReadTogether((ids) => {
    asked.push([...ids]);
    return Promise.resolve(new Map(ids.map((id) => [id, id.toUpperCase()])));
  });
  const answers = await Promise.all([together.of(['a', 'b']), together.of(['b', 'c'])]);
  expect(answers.map((answer) => answer.get('b'))).toEqual(['B', 'B']);
  expect((await together.of(['a'])).get('a')).toBe('A');
  expect(asked).toEqual([['a', 'b', 'c'], ['a']]);
});

test('a question that fails fails for all who asked, and for nobody after', async () => {
  let isDown = true;
  const together = new ReadTogether((ids) =>
    isDown ? Promise.reject(new Error('down')) : Promise.resolve(new Map(ids.map((id) => [id, id]))),
  );
  const results = await Promise.allSettled([together.of(['a']), together.of(['b'])]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isDown = false;
  expect((await together.of(['a'])).get('a')).toBe('a');
});
