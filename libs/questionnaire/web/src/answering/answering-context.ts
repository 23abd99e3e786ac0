import { createContext, useContext, useSyncExternalStore } from 'react';
import type { KeptReceipt } from '../drafts/draft-record';
import type { DraftSaver } from '../drafts/draft-saver';
import type { DraftStore } from '../drafts/draft-store';
import type { Sender } from '../drafts/sender';
import type { Form } from './form';

/** One questionnaire being answered for the first time, or a response being amended: the same pages serve both. */
export interface Answering {
  readonly kind: 'ANSWER' | 'AMEND';
  /** Address the pages of this questionnaire begin with. */
  readonly base: string;
  readonly form: Form;
  readonly store: DraftStore;
  readonly sender: Sender;
  /** None while amending: a response already sent has no draft. */
  readonly saver: DraftSaver | null;
  /** Of somebody signed in, whose answers are found again on any device; null for a visitor. */
  readonly mine: Mine | null;
}

export interface Mine {
  /** Once the account has answered, here or elsewhere. */
  readonly receipt: KeptReceipt | null;
  /** The account answered before its deletion was asked for: nobody can join that response to it any more. */
  readonly isUnlinked: boolean;
}

const AnsweringContext = createContext<Answering | null>(null);
export const AnsweringProvider = AnsweringContext.Provider;

export function useAnswering(): Answering {
  const answering = useContext(AnsweringContext);
  if (!answering) throw new Error('This page stands outside of a questionnaire.');
  return answering;
}

export function useDraft() {
  const { store } = useAnswering();
  return useSyncExternalStore(store.subscribe, store.getState);
}

export function useSendStatus() {
  const { sender } = useAnswering();
  return useSyncExternalStore(sender.subscribe, sender.getStatus);
}

const never = () => () => undefined;
const nothing = () => null;

export function useSaveStatus() {
  const { saver } = useAnswering();
  return useSyncExternalStore(saver?.subscribe ?? never, saver?.getStatus ?? nothing);
}
