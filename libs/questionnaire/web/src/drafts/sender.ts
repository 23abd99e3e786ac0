import type { Definition, Problem } from '@preau/questionnaire-domain';
import { cleanAnswers } from '@preau/questionnaire-domain';
import { GraphQLFailure } from '@preau/graphql';
import { Backoff } from './backoff';
import type { KeptReceipt, RawAnswers, Sending } from './draft-record';
import type { DraftStore } from './draft-store';
import type { SendOutcome } from './operations';

type Refused = Extract<SendOutcome, { __typename: 'ResponseRefused' }>;
export type SendRefusal = Refused['refusal'];
export type SendProblem = Pick<Problem, 'question' | 'path' | 'message'>;

/** What became of sending the answers. */
export type SendStatus =
  | { readonly kind: 'IDLE' }
  | { readonly kind: 'SENDING' }
  /** No answer from the server: they may have arrived or not. Sent again, the same, until it says. */
  | { readonly kind: 'WAITING' }
  | {
      readonly kind: 'REFUSED';
      readonly code: SendRefusal | 'BAD_INPUT';
      readonly problems: readonly SendProblem[];
    }
  | { readonly kind: 'RECEIVED'; readonly receipt: KeptReceipt };

interface Options {
  readonly store: DraftStore;
  readonly definition: Definition;
  readonly submit: (sending: Sending) => Promise<SendOutcome>;
  readonly onReceipt: (receipt: KeptReceipt, answers: RawAnswers) => void;
  readonly random?: () => number;
}

/**
 * Sends the answers, once: what leaves is first written down, under an id that does not change, and goes out again as it
 * was after a cut, a reload or a crash, until the server has either given the receipt or refused for certain.
 */
export class Sender {
  private status: SendStatus = { kind: 'IDLE' };
  private readonly listeners = new Set<() => void>();
  private readonly backoff: Backoff;
  private isUnderWay = false;

  constructor(private readonly options: Options) {
    this.backoff = new Backoff(options.random);
  }

  readonly getStatus = () => this.status;

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Takes up what was left under way, and tries at once when the network is back; returns how to stop. */
  start(): () => void {
    const { store } = this.options;
    const onOnline = () => void this.retry();
    window.addEventListener('online', onOnline);
    void this.retry();
    let seen = store.answers;
    const unsubscribe = store.subscribe(() => {
      // A refusal is about the answers that were sent: once they change it says nothing any more.
      if (store.answers !== seen && this.status.kind === 'REFUSED') this.set({ kind: 'IDLE' });
      seen = store.answers;
    });
    return () => {
      unsubscribe();
      window.removeEventListener('online', onOnline);
      this.backoff.cancel();
    };
  }

  async send(): Promise<void> {
    const { store, definition } = this.options;
    const { record } = store.getState();
    if (!record) return;
    if (!record.sending) {
      const { answers } = cleanAnswers(definition, record.answers);
      store.beginSending({ id: record.responseId, version: record.version, answers: answers as RawAnswers });
    }
    await this.retry();
  }

  private async retry(): Promise<void> {
    const sending = this.options.store.getState().record?.sending;
    if (!sending || this.isUnderWay) return;
    this.isUnderWay = true;
    this.backoff.cancel();
    this.set({ kind: 'SENDING' });
    try {
      const outcome = await this.options.submit(sending);
      this.backoff.reset();
      this.settle(outcome, sending.answers);
    } catch (error) {
      this.failed(error);
    } finally {
      this.isUnderWay = false;
    }
  }

  private settle(outcome: SendOutcome, answers: RawAnswers): void {
    const { store, onReceipt } = this.options;
    if (outcome.__typename === 'ResponseRefused') {
      store.endSending();
      return this.set({ kind: 'REFUSED', code: outcome.refusal, problems: outcome.problems });
    }
    const { code, digest, submittedOn } = outcome;
    const receipt = { code, digest, submittedOn };
    // The receipt is kept before the draft goes: between the two, nothing can be lost.
    onReceipt(receipt, answers);
    store.clear();
    this.set({ kind: 'RECEIVED', receipt });
  }

  private failed(error: unknown): void {
    if (!(error instanceof GraphQLFailure)) throw error;
    if (error.code === 'BAD_INPUT') {
      // Turned away at the door: nothing was kept.
      this.options.store.endSending();
      return this.set({ kind: 'REFUSED', code: 'BAD_INPUT', problems: [] });
    }
    this.set({ kind: 'WAITING' });
    this.backoff.later(() => void this.retry());
  }

  private set(status: SendStatus): void {
    this.status = status;
    for (const listener of this.listeners) listener();
  }
}
