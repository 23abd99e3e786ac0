import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { readDraft } from './draft-record';
import { DraftStore } from './draft-store';
import { memoryStorage } from './memory-storage';

const KEY = 'draft';
const stops: (() => void)[] = [];

function aStore({ storage } = memoryStorage(), version = 1) {
  const store = new DraftStore({ storage, key: KEY, questionnaireId: 'q', version });
  stops.push(store.start());
  return store;
}
const stored = ({ storage }: ReturnType<typeof memoryStorage>) => readDraft(storage.read(KEY), 'q');
/** What the browser tells the other tabs. */
const tellTabs = () => window.dispatchEvent(new StorageEvent('storage', { key: KEY }));

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  jest.useRealTimers();
});

describe('on this device', () => {
  test('what is typed is kept within a third of a second', () => {
    const memory = memoryStorage();
    aStore(memory).answer('idea', 'Des tablettes');
    jest.advanceTimersByTime(300);
    expect(stored(memory)?.answers).toEqual({ idea: 'Des tablettes' });
  });

  test('a tab put away keeps the last keystrokes', () => {
    const memory = memoryStorage();
    aStore(memory).answer('idea', 'Des tab');
    window.dispatchEvent(new Event('pagehide'));
    expect(stored(memory)?.answers).toEqual({ idea: 'Des tab' });
  });

  test('answers are found again by the next visit, with the id they will be sent under', () => {
    const memory = memoryStorage();
    const before = aStore(memory);
    before.answer('idea', 'Des tablettes');
    before.flush();
    const after = aStore(memory, 2);
    expect(after.answers).toEqual({ idea: 'Des tablettes' });
    expect(after.getState().record?.responseId).toBe(before.getState().record?.responseId);
    expect(after.getState().record?.version).toBe(2);
  });

  test.each(['FULL', 'FORBIDDEN'] as const)(
    'says that nothing is kept (%s), and keeps it as soon as it can',
    (result) => {
      const memory = memoryStorage();
      const store = aStore(memory);
      store.answer('idea', 'un');
      store.flush();
      memory.refuse(result);
      store.answer('idea', 'deux');
      store.flush();
      document.dispatchEvent(new Event('visibilitychange'));
      expect(store.getState().storage).toBe(result);
      expect(store.answers).toEqual({ idea: 'deux' });
      memory.refuse('KEPT');
      store.answer('idea', 'trois');
      store.flush();
      expect(stored(memory)?.answers).toEqual({ idea: 'trois' });
      expect(store.getState().storage).toBe('KEPT');
    },
  );

  test('a storage that ends with the page is said, and is enough to go on', () => {
    const memory = memoryStorage();
    memory.refuse('PAGE_ONLY');
    const store = aStore(memory);
    for (const idea of ['un', 'deux', 'trois']) {
      store.answer('idea', idea);
      store.flush();
    }
    expect(store.answers).toEqual({ idea: 'trois' });
    expect(store.getState()).toMatchObject({ storage: 'PAGE_ONLY', keptAt: null, conflict: null });
  });

  test('a storage wiped under an open page is filled again', () => {
    const memory = memoryStorage();
    const store = aStore(memory);
    store.answer('idea', 'un');
    store.flush();
    memory.kept.clear();
    window.dispatchEvent(new StorageEvent('storage', { key: null }));
    expect(stored(memory)?.answers).toEqual({ idea: 'un' });
  });

  test.each([
    ['nothing', null],
    ['another format', { format: 2, questionnaireId: 'q' }],
    ['another questionnaire', { format: 1, questionnaireId: 'other', version: 1 }],
    ['something else', 'hello'],
  ])('what is not a draft of this questionnaire (%s) is none', (_, value) => {
    expect(readDraft(value, 'q')).toBeNull();
  });
});

describe('two tabs', () => {
  test('stay in step', () => {
    const memory = memoryStorage();
    const [first, second] = [aStore(memory), aStore(memory)];
    first.answer('idea', 'ici');
    first.flush();
    tellTabs();
    expect(second.answers).toEqual({ idea: 'ici' });
    second.answer('role', 'parent');
    second.flush();
    tellTabs();
    expect(first.answers).toEqual({ idea: 'ici', role: 'parent' });
  });

  test('put different questions together, even when neither has heard of the other', () => {
    const memory = memoryStorage();
    const [first, second] = [aStore(memory), aStore(memory)];
    first.answer('idea', 'ici');
    second.answer('role', 'parent');
    first.flush();
    second.flush();
    expect(stored(memory)?.answers).toEqual({ idea: 'ici', role: 'parent' });
    expect(second.getState().conflict).toBeNull();
  });

  test('changing one answer at once: one is kept, the other offered', () => {
    const memory = memoryStorage();
    const [first, second] = [aStore(memory), aStore(memory)];
    first.answer('idea', 'ici');
    second.answer('idea', 'là');
    first.flush();
    second.flush();
    expect(second.getState().conflict).toMatchObject({
      origin: 'TAB',
      questions: ['idea'],
      theirs: { idea: 'ici' },
    });
    second.settle({ idea: 'ici' });
    expect(stored(memory)?.answers).toEqual({ idea: 'ici' });
    expect(second.getState().conflict).toBeNull();
  });

  test('one sends: the other says so and does not bring the draft back', () => {
    const memory = memoryStorage();
    const [first, second] = [aStore(memory), aStore(memory)];
    first.answer('idea', 'ici');
    first.flush();
    tellTabs();
    first.clear();
    tellTabs();
    expect(second.getState()).toMatchObject({ record: null, endedElsewhere: true });
    second.flush();
    expect(stored(memory)).toBeNull();
  });
});

test('answers under way to the server do not change', () => {
  const store = aStore();
  store.answer('idea', 'un');
  store.beginSending({ id: 'x', version: 1, answers: { idea: 'un' } });
  store.answer('idea', 'deux');
  expect(store.answers).toEqual({ idea: 'un' });
  store.endSending();
  store.answer('idea', 'deux');
  expect(store.answers).toEqual({ idea: 'deux' });
});
