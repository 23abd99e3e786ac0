import { MINE } from '@preau/ui';
import { newId } from './new-id';

export type DraftFields = Readonly<Record<string, string>>;

/** What somebody is writing, and the id it will be sent under: one per draft, so that a second sending counts for nothing. */
export interface Draft<T extends DraftFields> {
  readonly id: string;
  readonly fields: T;
  /** Of the account’s own draft these words were made from; null: it has none that is known of. */
  readonly revision: number | null;
  /** Whether that revision says the same: nothing was typed here since. */
  readonly isSaved: boolean;
}

export const newDraft = <T extends DraftFields>(fields: T): Draft<T> => ({
  id: newId(),
  fields,
  revision: null,
  isSaved: false,
});

/** Kept for an account, or for whoever is not signed in yet. */
export const draftKey = (account: string | null, name: string) =>
  `${MINE}forum:${account ?? 'visiteur'}:${name}`;

/** `unsaved` says that the server has not got it: it stays when a session ends by itself, and goes when one signs out. */
export function writeDraft<T extends DraftFields>(key: string, draft: Draft<T> | null): void {
  try {
    if (draft) localStorage.setItem(key, JSON.stringify({ ...draft, unsaved: true }));
    else localStorage.removeItem(key);
  } catch {
    // Storage is forbidden or full: what is typed lasts as long as the page.
  }
}

/** The draft kept under a key, null when there is none that can be read. */
export function readDraft<T extends DraftFields>(key: string, initial: T): Draft<T> | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as {
      id?: unknown;
      fields?: object;
      revision?: unknown;
      isSaved?: unknown;
    } | null;
    if (typeof kept?.id !== 'string' || !kept.fields) return null;
    const valid = Object.entries(kept.fields).filter(
      ([name, value]) => name in initial && typeof value === 'string',
    );
    const revision = typeof kept.revision === 'number' ? kept.revision : null;
    return {
      id: kept.id,
      fields: { ...initial, ...(Object.fromEntries(valid) as Partial<T>) },
      revision,
      isSaved: kept.isSaved === true,
    };
  } catch {
    return null;
  }
}
