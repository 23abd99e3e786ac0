import { GraphQLFailure } from '@preau/graphql';
import { Backoff } from './backoff';
import type { DraftStore } from './draft-store';
import { idOfDraft } from './ids';
import { sameAnswer } from './merge';
import type { AnsweringServer, SaveOutcome } from './operations';

/** A pause in typing: what is typed is already safe on the device. */
const SERVER_DELAY_MS = 3_000;

type Refusal = Extract<SaveOutcome, { __typename: 'DraftRefused' }>;

/** SIGNED_OUT: the draft of an account can only be begun with its session. */
export type SaveRefusal = Refusal['code'] | 'BAD_INPUT' | 'SIGNED_OUT';

/** What became of the last try to save on the server. */
export type SaveStatus =
  | { readonly kind: 'IDLE' }
  | { readonly kind: 'SAVED'; readonly at: string }
  /** No answer from the server: trying again by itself. */
  | { readonly kind: 'OFFLINE' }
  /** The server cannot keep this draft; everything stays on the device. */
  | { readonly kind: 'REFUSED'; readonly code: SaveRefusal; readonly limit: number | null };

interface Options {
  readonly store: DraftStore;
  readonly server: Pick<AnsweringServer, 'saveDraft' | 'readDraft'>;
  /** The name of the draft of somebody signed in. */
  readonly ownToken?: string | undefined;
  readonly random?: () => number;
}

/** Saves the draft on the server, a little after it has changed, again and again until it is there. */
export class DraftSaver {
  private status: SaveStatus;
  private readonly listeners = new Set<() => void>();
  private readonly backoff: Backoff;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> = Promise.resolve();
  private isRenewed = false;

  constructor(private readonly options: Options) {
    this.backoff = new Backoff(options.random);
    const kept = options.store.getState().record?.server;
    this.status = kept ? { kind: 'SAVED', at: kept.savedAt } : { kind: 'IDLE' };
  }

  readonly getStatus = () => this.status;

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Whether the link first given no longer works: its draft had expired, or was sent from elsewhere. */
  get hasNewLink(): boolean {
    return this.isRenewed;
  }

  /** Follows the store until stopped. A draft left unsaved last time is saved now. */
  start(): () => void {
    const onOnline = () => void this.save();
    let seen = this.options.store.answers;
    const unsubscribe = this.options.store.subscribe(() => {
      if (this.options.store.answers === seen) return;
      seen = this.options.store.answers;
      this.schedule();
    });
    window.addEventListener('online', onOnline);
    if (this.isBehind()) this.schedule();
    void this.catchUp();
    return () => {
      unsubscribe();
      window.removeEventListener('online', onOnline);
      clearTimeout(this.timer);
      this.backoff.cancel();
    };
  }

  /** Saves now, after a save under way, unless that one left nothing to save. */
  save(): Promise<void> {
    clearTimeout(this.timer);
    // Tabs share one draft: one saves at a time, so that they do not take each other for another device.
    const name = this.options.store.getState().record?.questionnaireId ?? '';
    const turn = this.saving.then(() => (this.isBehind() ? inTurn(name, () => this.attempt()) : undefined));
    this.saving = turn.catch(() => undefined);
    return turn;
  }

  /** Answers given since on another device are taken over, unless this one has some of its own. */
  private async catchUp(): Promise<void> {
    const { store, server } = this.options;
    const { record } = store.getState();
    if (!record?.server || record.sending) return;
    const { token, revision } = record.server;
    const kept = await server.readDraft(token).catch(noAnswer);
    if (!kept || kept.revision <= (store.getState().record?.server?.revision ?? revision)) return;
    const copy = { token, revision: kept.revision, savedAt: kept.savedAt, answers: toAnswers(kept.answers) };
    if (this.isBehind()) store.disagree(copy.answers, copy.revision, copy.savedAt);
    else store.follow(copy);
  }

  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), SERVER_DELAY_MS);
  }

  private isBehind(): boolean {
    const { record, conflict } = this.options.store.getState();
    if (!record || record.sending || conflict?.origin === 'DEVICE') return false;
    return !sameAnswer(record.answers, record.server?.answers ?? {});
  }

  private async attempt(): Promise<void> {
    const { store, server } = this.options;
    store.flush();
    store.refresh();
    const { record } = store.getState();
    if (!record || !this.isBehind()) return;
    const { questionnaireId, version, answers } = record;
    const { token, revision } = record.server ?? { token: this.options.ownToken ?? null, revision: null };
    try {
      const outcome = await server.saveDraft({ questionnaireId, version, token, revision, answers });
      this.backoff.reset();
      if (outcome.__typename === 'DraftRefused') return await this.refused(outcome, token, revision);
      const responseId = token === null && !this.isRenewed ? await idOfDraft(outcome.token) : undefined;
      const { savedAt } = outcome;
      store.savedOnServer({ token: outcome.token, revision: outcome.revision, savedAt, answers }, responseId);
      this.set({ kind: 'SAVED', at: savedAt });
    } catch (error) {
      this.failed(error);
    }
    if (this.status.kind === 'SAVED' && this.isBehind()) this.schedule();
  }

  private async refused(
    { code, limit }: Refusal,
    token: string | null,
    revision: number | null,
  ): Promise<void> {
    const { store, server, ownToken } = this.options;
    const isGone = code === 'STALE_REVISION' || code === 'UNKNOWN_DRAFT';
    if (!isGone || token === null) return this.set({ kind: 'REFUSED', code, limit });
    const kept = code === 'STALE_REVISION' ? await server.readDraft(token) : null;
    if (kept) {
      const copy = {
        token,
        revision: kept.revision,
        savedAt: kept.savedAt,
        answers: toAnswers(kept.answers),
      };
      return revision === null ? store.meet(copy) : store.disagree(copy.answers, copy.revision, copy.savedAt);
    }
    if (revision === null) return this.set({ kind: 'REFUSED', code: 'SIGNED_OUT', limit: null });
    this.isRenewed = ownToken === undefined;
    store.forgetServer();
    return this.attempt();
  }

  private failed(error: unknown): void {
    if (!(error instanceof GraphQLFailure)) throw error;
    if (error.code === 'BAD_INPUT') return this.set({ kind: 'REFUSED', code: 'BAD_INPUT', limit: null });
    this.set({ kind: 'OFFLINE' });
    this.backoff.later(() => void this.save());
  }

  private set(status: SaveStatus): void {
    this.status = status;
    for (const listener of this.listeners) listener();
  }
}

/** Only a missed chance to be up to date: the next save finds out. */
const noAnswer = (error: unknown) => {
  if (!(error instanceof GraphQLFailure)) throw error;
  return null;
};

const toAnswers = (answers: unknown) => answers as Readonly<Record<string, unknown>>;

/** One tab after the other where the browser can arrange it; the revision settles it where it cannot. */
async function inTurn(name: string, run: () => Promise<void>): Promise<void> {
  const locks = navigator.locks as LockManager | undefined;
  if (locks) await locks.request(`preau:save:${name}`, run);
  else await run();
}
