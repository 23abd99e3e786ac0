import { draftPlace, keptDraftKey, STANCES } from '@preau/forum-domain';
import { useSessionState } from '@preau/ui';
import { useEffect, useRef, useState } from 'react';
import { keepImages, readImages } from '../images/draft-images';
import type { Words } from './draft-operations';
import { DraftSaver, type DraftState } from './draft-saver';
import type { DraftFields } from './draft-storage';
import { useDraft } from './use-draft';

const NONE: DraftState = { kind: 'NONE' };

/** What of a form the account keeps; null when it is as it began. */
function wordsOf(fields: DraftFields, initial: DraftFields): Words | null {
  const isInitial = ['title', 'body', 'stance', 'images'].every(
    (name) => (fields[name] ?? '') === (initial[name] ?? ''),
  );
  if (isInitial) return null;
  return {
    title: fields['title'] || null,
    body: fields['body'] ?? '',
    stance: STANCES.find((stance) => stance === fields['stance']) ?? null,
    images: readImages(fields['images'] ?? ''),
  };
}

/**
 * A text kept on this device under a name and, once somebody is signed in, in their account under a key: it can be taken up on
 * another device. No key: on the device alone.
 */
export function useKeptDraft<T extends DraftFields>(
  name: string,
  initial: T,
  keyOf: (fields: T) => string | null,
) {
  const draft = useDraft(name, initial);
  const [state, setState] = useState<DraftState>(NONE);
  const isSignedIn = useSessionState() === 'SIGNED_IN';
  const given = keyOf(draft.fields);
  const key = isSignedIn && given && draftPlace(keptDraftKey(given)) ? given : null;
  const saver = useRef<DraftSaver | null>(null);
  const latest = useRef({ draft, initial });
  latest.current = { draft, initial };

  useEffect(() => {
    setState(NONE);
    if (!key) return;
    const { draft: begun, initial: first } = latest.current;
    const made = new DraftSaver(key, wordsOf(begun.fields, first), begun, {
      onState: setState,
      onTaken: ({ title, body, stance, images, revision }) => {
        const { draft: now } = latest.current;
        const taken = { title: title ?? '', body, stance: stance ?? '', images: keepImages(images) };
        const known = Object.entries(taken).filter(([field]) => field in now.fields);
        now.change(Object.fromEntries(known) as Partial<T>);
        now.noteRevision(revision, true);
      },
      onSaved: (revision, isLatest) => {
        latest.current.draft.noteRevision(revision, isLatest);
      },
    });
    saver.current = made;
    made.begin();
    window.addEventListener('online', made.work);
    return () => {
      window.removeEventListener('online', made.work);
      saver.current = null;
      made.leave();
    };
  }, [key]);

  return {
    id: draft.id,
    fields: draft.fields,
    state,
    /** Sent with the message, its draft goes with it. */
    sent: key ? { draftKey: key } : {},
    change: (changes: Partial<T>) => {
      const fields = draft.change(changes);
      // What is written for another place moves there.
      if (key && keyOf(fields) !== key) void saver.current?.discard();
      else saver.current?.change(wordsOf(fields, initial));
    },
    choose: (which: 'HERE' | 'THERE') => {
      saver.current?.choose(which);
    },
    /** Before it is sent, and after it was refused. */
    stop: async () => saver.current?.stop(),
    resume: () => saver.current?.resume(),
    /** It was received: nothing of it is kept any more. */
    forget: () => {
      draft.forget();
      setState(NONE);
    },
    /** It is given up, wherever it is kept. */
    discard: () => {
      void saver.current?.discard();
      draft.forget();
    },
  };
}

export type KeptDraft = ReturnType<typeof useKeptDraft>;
