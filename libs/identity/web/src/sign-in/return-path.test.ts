import { afterEach, describe, expect, test } from '@jest/globals';
import { keepReturnPath, takeReturnPath } from './return-path';

afterEach(() => {
  localStorage.clear();
});

describe('the way back after signing in', () => {
  test('is kept for the time a mail works, and given once', () => {
    keepReturnPath('/pilotage', 0);
    expect(takeReturnPath(60_000)).toBe('/pilotage');
    expect(takeReturnPath(60_000)).toBeNull();
    keepReturnPath('/pilotage', 0);
    expect(takeReturnPath(15 * 60_000)).toBeNull();
  });

  test('kept by hand as something else is ignored', () => {
    localStorage.setItem('preau.retour', '{"path":"//ailleurs.example","until":99999999999999}');
    expect(takeReturnPath(0)).toBeNull();
    localStorage.setItem('preau.retour', 'pas du JSON');
    expect(takeReturnPath(0)).toBeNull();
  });
});
