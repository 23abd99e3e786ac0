import type { DeviceStorage, StorageResult } from './device-storage';

/** A browser's storage for tests: kept as text, as the real one does, and able to refuse. */
export function memoryStorage(kept = new Map<string, string>()) {
  let answer: StorageResult = 'KEPT';
  const storage: DeviceStorage = {
    read: (key) => JSON.parse(kept.get(key) ?? 'null') as unknown,
    write: (key, value) => {
      if (answer === 'KEPT' || answer === 'PAGE_ONLY') kept.set(key, JSON.stringify(value));
      return answer;
    },
    remove: (key) => void kept.delete(key),
  };
  return { storage, kept, refuse: (result: StorageResult) => void (answer = result) };
}
