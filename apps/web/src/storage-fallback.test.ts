import { expect, test } from '@jest/globals';
import { ensureStorage } from './storage-fallback';

test('a browser that refuses its storage gets one that lasts as long as the page', () => {
  const refusing = {
    get localStorage(): Storage {
      throw new DOMException('denied', 'SecurityError');
    },
  };
  ensureStorage(refusing as unknown as Window & typeof globalThis);
  refusing.localStorage.setItem('brouillon', '1');
  expect(refusing.localStorage.getItem('brouillon')).toBe('1');
  expect(refusing.localStorage.key(0)).toBe('brouillon');
  refusing.localStorage.removeItem('brouillon');
  expect(refusing.localStorage).toHaveLength(0);
});

test('a browser that has one keeps it', () => {
  const own = window.localStorage;
  ensureStorage();
  expect(window.localStorage).toBe(own);
});
