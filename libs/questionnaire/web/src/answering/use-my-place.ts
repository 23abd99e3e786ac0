import { GraphQLFailure } from '@preau/graphql';
import { hadSession, useSessionState } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountStorage, deviceStorage, storageKeys } from '../drafts/device-storage';
import { readDraft, readOwnNames, type KeptReceipt, type OwnNames } from '../drafts/draft-record';
import type { RawAnswers, ServerCopy } from '../drafts/draft-record';
import { server } from '../drafts/operations';

/** Where a signed-in person stands with a questionnaire, as the server knows it. */
export interface MyPlace extends OwnNames {
  readonly draft: ServerCopy | null;
  readonly receipt: KeptReceipt | null;
  readonly isUnlinked: boolean;
}

export type WhoAnswers =
  | { readonly kind: 'PENDING' }
  | { readonly kind: 'FAILED'; readonly error: unknown; readonly retry: () => void }
  /** A visitor has no place but this device. */
  | { readonly kind: 'KNOWN'; readonly place: MyPlace | null };

export const myPlaceKey = (questionnaireId: string) => ['my-answer', questionnaireId] as const;

/**
 * Whose answers these will be. Visitors wait for nothing: only a browser where somebody was signed in waits to know whether
 * they still are. Without a network, that is believed, so that a reload in a train loses nothing.
 */
export function useMyPlace(questionnaireId: string): WhoAnswers {
  const session = useSessionState();
  // Once its outcome is known the page still says so, until it is left.
  const [isSending] = useState(() => isSendingHere(questionnaireId));
  const last = readOwnNames(deviceStorage.read(storageKeys.place(questionnaireId)));
  const { data, error, refetch } = useQuery({
    queryKey: myPlaceKey(questionnaireId),
    queryFn: () => find(questionnaireId),
    enabled: session === 'SIGNED_IN' && !isSending,
    staleTime: Infinity,
    gcTime: 0,
  });
  if (session === 'VISITOR' || isSending) return { kind: 'KNOWN', place: null };
  if (data) return { kind: 'KNOWN', place: data };
  const isCut = session === 'UNREACHABLE' || (error instanceof GraphQLFailure && error.code === 'OFFLINE');
  if (isCut)
    return { kind: 'KNOWN', place: last && { ...last, draft: null, receipt: null, isUnlinked: false } };
  if (error) return { kind: 'FAILED', error, retry: () => void refetch() };
  return hadSession() || session === 'SIGNED_IN' ? { kind: 'PENDING' } : { kind: 'KNOWN', place: null };
}

async function find(questionnaireId: string): Promise<MyPlace | null> {
  const found = await server.myAnswer(questionnaireId);
  if (!found) return null;
  const { responseId, token, draft, receipt, isUnlinked } = found;
  accountStorage.write(storageKeys.place(questionnaireId), { responseId, token });
  // Drafts are kept as the client sent them: an object of answers.
  const answers = (draft?.answers ?? {}) as RawAnswers;
  return { responseId, token, receipt, isUnlinked, draft: draft && { ...draft, answers, token } };
}

/** Sent from this device before signing in, without news of it yet: it must go out again as it was. */
const isSendingHere = (questionnaireId: string) => deviceDraft(questionnaireId)?.sending !== undefined;

/** What was begun on this device without being signed in. */
export const deviceDraft = (questionnaireId: string) =>
  readDraft(deviceStorage.read(storageKeys.draft(questionnaireId)), questionnaireId);
