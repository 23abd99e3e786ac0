import { useSession } from '@preau/ui';
import { useEffect, useRef, useState } from 'react';
import { draftKey, newDraft, readDraft, writeDraft, type Draft, type DraftFields } from './draft-storage';

/**
 * A text kept on this device while it is written: it survives a reload and the end of a session. What a visitor wrote is theirs once
 * they sign in; what belongs to one account is not shown to another.
 */
export function useDraft<T extends DraftFields>(name: string, initial: T) {
  const account = useSession()?.id ?? null;
  const [draft, setDraft] = useState<Draft<T>>(() => find(account, name, initial) ?? newDraft(initial));
  const isTouched = useRef(false);
  const latest = useRef(draft);
  latest.current = draft;
  const first = useRef(initial);

  useEffect(() => {
    if (account === null) return;
    if (isTouched.current) {
      writeDraft(draftKey(account, name), latest.current);
    } else {
      const kept = find(account, name, first.current);
      if (!kept) return;
      writeDraft(draftKey(account, name), kept);
      setDraft(kept);
    }
    writeDraft(draftKey(null, name), null);
  }, [account, name]);

  useEffect(() => {
    const onSignedOutElsewhere = ({ key, newValue }: StorageEvent) => {
      if (key !== draftKey(account, name) || !newValue?.includes('"ended":true')) return;
      isTouched.current = false;
      setDraft(newDraft(first.current));
    };
    window.addEventListener('storage', onSignedOutElsewhere);
    return () => {
      window.removeEventListener('storage', onSignedOutElsewhere);
    };
  }, [account, name]);

  /** Gives what it becomes. */
  const change = (changes: Partial<T>): T => {
    isTouched.current = true;
    const after = { ...latest.current, isSaved: false, fields: { ...latest.current.fields, ...changes } };
    latest.current = after;
    setDraft(after);
    writeDraft(draftKey(account, name), after);
    return after.fields;
  };
  /** The account keeps it as that revision. */
  const noteRevision = (revision: number, isSaved: boolean) => {
    if (!isTouched.current && !find(account, name, first.current)) return;
    latest.current = { ...latest.current, revision, isSaved };
    writeDraft(draftKey(account, name), latest.current);
  };
  /** It was received, or given up: the next one is another. */
  const forget = () => {
    isTouched.current = false;
    writeDraft(draftKey(account, name), null);
    latest.current = newDraft(first.current);
    setDraft(latest.current);
  };
  return { ...draft, change, noteRevision, forget };
}

/** What a visitor has just typed comes before what was left there by the account. */
const find = <T extends DraftFields>(account: string | null, name: string, initial: T) =>
  readDraft(draftKey(null, name), initial) ??
  (account === null ? null : readDraft(draftKey(account, name), initial));
