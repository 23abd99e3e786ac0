import { MINE } from '@preau/ui';
import type { DraftRecord } from './draft-record';
import { sameAnswer } from './merge';

/**
 * Whether this browser keeps what it is given: it may be full, refuse to keep anything (private browsing), or have the
 * site's own stand-in for storage, which ends with the page.
 */
export type StorageResult = 'KEPT' | 'FULL' | 'FORBIDDEN' | 'PAGE_ONLY';

/** JSON kept by the browser under a key. Never throws: a browser that refuses is an answer like another. */
export interface DeviceStorage {
  read(key: string): unknown;
  write(key: string, value: unknown): StorageResult;
  remove(key: string): void;
}

/** `area` is a function because merely naming `localStorage` throws where it is forbidden. */
export function storageOver(area: () => Storage): DeviceStorage {
  return {
    read(key) {
      try {
        const text = area().getItem(key);
        return text === null ? null : (JSON.parse(text) as unknown);
      } catch {
        return null;
      }
    },
    write(key, value) {
      try {
        area().setItem(key, JSON.stringify(value));
        return area() instanceof Storage ? 'KEPT' : 'PAGE_ONLY';
      } catch (error) {
        return isQuota(error) && isUsable(area) ? 'FULL' : 'FORBIDDEN';
      }
    },
    remove(key) {
      try {
        area().removeItem(key);
      } catch {
        // Nothing could be written either: there is nothing to remove.
      }
    },
  };
}

const isQuota = (error: unknown) =>
  error instanceof DOMException && /quota/i.test(error.name) && error.name !== 'SecurityError';

/** Some private modes answer every write with a quota of zero: empty and full at once means forbidden. */
function isUsable(area: () => Storage): boolean {
  try {
    return area().length > 0;
  } catch {
    return false;
  }
}

/** Shared by every tab, kept when the browser closes. */
export const deviceStorage = storageOver(() => window.localStorage);
/** This tab alone, gone with it: for answers opened with a receipt's code, perhaps on somebody else's computer. */
export const tabStorage = storageOver(() => window.sessionStorage);

/** What is kept for somebody signed in, marked while the server has not got it: see `forgetSaved`. */
export const accountStorage: DeviceStorage = {
  ...deviceStorage,
  write: (key, value) =>
    deviceStorage.write(key, isDraft(value) ? { ...value, unsaved: isUnsaved(value) } : value),
};

const isDraft = (value: unknown): value is DraftRecord =>
  typeof value === 'object' && value !== null && 'answers' in value;
const isUnsaved = ({ sending, answers, server }: DraftRecord) =>
  sending !== undefined || !sameAnswer(answers, server?.answers ?? {});

export const storageKeys = {
  draft: (questionnaireId: string) => `preau:draft:${questionnaireId}`,
  receipt: (questionnaireId: string) => `preau:receipt:${questionnaireId}`,
  device: (questionnaireId: string) => `preau:device:${questionnaireId}`,
  /** Of somebody signed in: named after their own response, so that two accounts never meet. */
  mine: (questionnaireId: string, responseId: string) => `${MINE}draft:${questionnaireId}:${responseId}`,
  /** Where somebody signed in last stood: for when the server cannot be reached. */
  place: (questionnaireId: string) => `${MINE}place:${questionnaireId}`,
  amendment: 'preau:amendment',
} as const;
