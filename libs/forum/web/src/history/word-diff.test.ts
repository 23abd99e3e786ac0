import { describe, expect, test } from '@jest/globals';
import { wordDiff } from './word-diff';

const said = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('');

describe('what changed between two versions', () => {
  test.each([
    ['le réseau est lent', 'le réseau est très lent', 'le réseau est [+très ]lent'],
    ['le réseau est lent', 'le réseau est rapide', 'le réseau est [-lent][+rapide]'],
    ['un deux trois', 'deux trois', '[-un ]deux trois'],
    ['', 'tout', '[+tout]'],
    ['rien', '', '[-rien]'],
    ['pareil', 'pareil', 'pareil'],
    ['l’école', 'l’école, enfin', 'l’école[+, enfin]'],
    ['a\nb', 'a\n\nb', 'a[-\n][+\n\n]b'],
  ])('« %s » → « %s »', (before, after, expected) => {
    expect(said(before, after)).toBe(expected);
  });

  test('both texts can be read back from it', () => {
    const before = 'Il faut un réseau dans chaque école, et quelqu’un pour le réparer.';
    const after = 'Il faut d’abord un réseau qui marche dans chaque classe, et du temps.';
    const changes = wordDiff(before, after);
    const without = (kind: string) =>
      changes.flatMap((one) => (one.kind === kind ? [] : [one.text])).join('');
    expect(without('added')).toBe(before);
    expect(without('removed')).toBe(after);
  });

  test('two texts of 20,000 characters with nothing in common are replaced whole', () => {
    const [before, after] = ['a ', 'b '].map((word) => word.repeat(10_000).trim());
    expect(wordDiff(before!, after!).length).toBeLessThan(50_000);
    expect(wordDiff(`x ${before!} y`, `x ${after!} y`).at(-1)).toEqual({ kind: 'same', text: ' y' });
  });
});
