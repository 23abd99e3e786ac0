import { expect, test } from '@jest/globals';
import { RecentTexts } from './recent-texts';

function asked(max: number) {
  const made: string[] = [];
  const texts = new RecentTexts(max);
  const of = (key: string, length = 9) =>
    texts.of(key, () => {
      made.push(key);
      return key.repeat(length);
    });
  return { made, of, texts };
}

test('a text is worked out once', () => {
  const { made, of } = asked(100);
  expect([of('a'), of('a')]).toEqual(['aaaaaaaaa', 'aaaaaaaaa']);
  expect(made).toEqual(['a']);
});

test('beyond the limit what was asked for longest ago is forgotten', () => {
  const { made, of, texts } = asked(30);
  for (const key of ['a', 'b', 'c', 'a', 'd', 'a', 'b']) of(key);
  expect(made).toEqual(['a', 'b', 'c', 'd', 'b']);
  expect(texts.size).toBe(3);
});

test('what alone is too much is given, and not kept', () => {
  const { of, texts } = asked(30);
  expect(of('a', 40)).toHaveLength(40);
  expect(texts.size).toBe(0);
});
