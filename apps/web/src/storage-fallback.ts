/**
 * Some browsers refuse `localStorage` when cookies are blocked, and reading it throws. The design system and the forms keep
 * working on a storage that lasts as long as the page.
 */
export function ensureStorage(target: Window & typeof globalThis = window): void {
  try {
    target.localStorage.getItem('');
  } catch {
    const kept = new Map<string, string>();
    const storage: Storage = {
      get length() {
        return kept.size;
      },
      key: (index) => [...kept.keys()][index] ?? null,
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
      clear: () => {
        kept.clear();
      },
    };
    Object.defineProperty(target, 'localStorage', { value: storage, configurable: true });
  }
}
