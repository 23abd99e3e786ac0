import { afterEach, expect, test } from '@jest/globals';
import { forgetMine, hadSession, MINE, noteSession } from './mine';

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

const fill = () => {
  localStorage.setItem(`${MINE}draft:a`, '{"answers":{"idea":"enregistrée"},"unsaved":false}');
  localStorage.setItem(`${MINE}draft:b`, '{"answers":{"idea":"pas encore"},"unsaved":true}');
  localStorage.setItem('preau:draft:a', '{"answers":{"idea":"sans compte"}}');
  sessionStorage.setItem('preau:opened-code', '"ABCDE"');
  sessionStorage.setItem('other', 'x');
};
const everything = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);

test('signing out leaves nothing of the account to read, and leaves what visitors keep', () => {
  fill();
  forgetMine();
  expect(everything()).not.toContain('enregistrée');
  expect(everything()).not.toContain('pas encore');
  expect(sessionStorage.getItem('preau:opened-code')).toBeNull();
  expect(localStorage.getItem('preau:draft:a')).toContain('sans compte');
  expect(sessionStorage.getItem('other')).toBe('x');
  expect(localStorage.getItem(`${MINE}draft:a`)).toBe('{"ended":true}');
});

test('a session that ends by itself takes what the server has, and nothing that only this device has', () => {
  fill();
  noteSession(false);
  expect(everything()).not.toContain('enregistrée');
  expect(everything()).toContain('pas encore');
  expect(sessionStorage.getItem('preau:opened-code')).toBe('"ABCDE"');
});

test('somebody is remembered to be signed in until they are not', () => {
  expect(hadSession()).toBe(false);
  noteSession(true);
  expect(hadSession()).toBe(true);
  noteSession(false);
  expect(hadSession()).toBe(false);
});
