import { expect, test } from '@jest/globals';
import { safePath } from './return-path';
import { pathsFollowed, pathsRefused } from './return-path.shapes';

test.each(pathsFollowed())('%j is followed', (path) => {
  expect(safePath(path)).toBe(path);
});

test.each([
  ...pathsRefused('ailleurs.example', 'preau.test'),
  '/\ud800',
  null,
  undefined,
  42,
  {},
  ['/pilotage'],
])('%j is not followed', (path) => {
  expect(safePath(path)).toBeNull();
});
