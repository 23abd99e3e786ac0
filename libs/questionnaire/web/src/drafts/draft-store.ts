import type { DeviceStorage, StorageResult } from './device-storage';
import { readDraft, type DraftRecord, type RawAnswers, type Sending, type ServerCopy } from './draft-record';
import { randomId } from './ids';
import { differences, mergeAnswers, sameAnswer, withAnswer } from './merge';

/** Short enough that a killed tab loses a word at most; long enough not to write at every keystroke. */
const DEVICE_DELAY_MS = 250;

/** The same draft changed in two places at once: the person chooses, question by question. */
export interface Conflict {
  readonly origin: 'TAB' | 'DEVICE';
  readonly theirs: RawAnswers;
  readonly questions: readonly string[];
  /** DEVICE: what the server keeps. */
  readonly revision?: number;
  readonly savedAt?: string;
}

export interface DraftState {
  /** Null until the first answer, and again once the answers are sent. */
  readonly record: DraftRecord | null;
  readonly storage: StorageResult;
  /** When this device last kept the answers. */
  readonly keptAt: string | null;
  readonly conflict: Conflict | null;
  /** Another tab sent these answers, or cleared them for somebody else. */
  readonly endedElsewhere: boolean;
}

/** Left in place of a draft that was sent or cleared: tells the other tabs from a storage that was wiped. */
const ENDED = { ended: true } as const;

interface Options {
  readonly storage: DeviceStorage;
  readonly key: string;
  readonly questionnaireId: string;
  /** Of the form on the screen: a draft begun on an earlier one goes on with this one. */
  readonly version: number;
  /** The id the answers will be sent under; drawn at random, then from the draft's token, when none is given. */
  readonly responseId?: string | undefined;
  readonly now?: () => Date;
}

/**
 * The answers being given, kept on this device as they are typed and in step with the other tabs of the same browser.
 * Sending them anywhere is not its business.
 */
export class DraftStore {
  private state: DraftState;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The record as last seen in storage: what other tabs have too. */
  private shared: DraftRecord | null;
  private isDirty = false;
  private readonly now: () => Date;

  constructor(private readonly options: Options) {
    this.now = options.now ?? (() => new Date());
    this.shared = this.stored();
    const keptAt = this.shared?.changedAt ?? null;
    this.state = { record: this.shared, storage: 'KEPT', keptAt, conflict: null, endedElsewhere: false };
  }

  readonly getState = () => this.state;

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Listens to the other tabs and to this one being put away; returns how to stop. */
  start(): () => void {
    const onStorage = ({ key }: StorageEvent) => {
      if (key === this.options.key || key === null) this.refresh();
    };
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') this.flush();
      else this.refresh();
    };
    const onHide = () => this.flush();
    window.addEventListener('storage', onStorage);
    window.addEventListener('pagehide', onHide);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      this.flush();
      window.removeEventListener('storage', onStorage);
      window.removeEventListener('pagehide', onHide);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }

  get answers(): RawAnswers {
    return this.state.record?.answers ?? {};
  }

  /** Begins the draft at the first answer. While a submission is under way nothing changes: it may have arrived. */
  answer(code: string, value: unknown): void {
    const record = this.state.record ?? this.fresh();
    if (record.sending) return;
    this.change({ ...record, answers: withAnswer(record.answers, code, value) });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), DEVICE_DELAY_MS);
  }

  /** Writes what is not yet written. What another tab wrote meanwhile is put together with it, never overwritten. */
  flush(): void {
    clearTimeout(this.timer);
    if (!this.isDirty) return;
    this.refresh();
    this.write();
  }

  /** Reads again what the tabs share. */
  refresh(): void {
    const stored = this.stored();
    if (stored?.mark === this.shared?.mark) return;
    if (!stored) return this.endOrRestore();
    const base = this.shared?.answers ?? {};
    const mine = this.state.record;
    this.shared = stored;
    if (!mine || !this.isDirty) return this.set({ record: stored, keptAt: stored.changedAt });
    const { answers, disputed } = mergeAnswers(base, mine.answers, stored.answers);
    const record = { ...stored, answers, mark: randomId(), changedAt: this.now().toISOString() };
    const conflict: Conflict = { origin: 'TAB', theirs: stored.answers, questions: disputed };
    this.set({ record, ...(disputed.length > 0 && { conflict }) });
  }

  /** Starts from answers opened elsewhere: a personal link, or a receipt's code. */
  open(given: Pick<DraftRecord, 'answers' | 'responseId'> & { server?: ServerCopy }): void {
    this.change({ ...this.fresh(), ...given });
    this.shared = this.stored();
    this.write();
  }

  savedOnServer(server: ServerCopy, responseId?: string): void {
    const { record } = this.state;
    if (record) this.changeNow({ ...record, server, responseId: responseId ?? record.responseId });
  }

  /** The same draft went on elsewhere, and nothing was changed here since. */
  follow(server: ServerCopy): void {
    const { record } = this.state;
    if (record) this.changeNow({ ...record, answers: server.answers, server });
  }

  /** What was begun elsewhere under the same names, put together with what was begun here without knowing of it. */
  meet(server: ServerCopy): void {
    this.putTogether(this.answers, server.answers, server);
  }

  /** Answers given on this device before signing in join those of the account. */
  bring(answers: RawAnswers): void {
    this.putTogether(answers, this.answers, this.state.record?.server);
  }

  /** The server no longer has the draft: the next save makes a new one. */
  forgetServer(): void {
    const { record } = this.state;
    if (record) this.changeNow({ ...record, server: undefined });
  }

  /** Another device has moved the draft on; agreed when both hold the same answers after all. */
  disagree(theirs: RawAnswers, revision: number, savedAt: string): void {
    const questions = differences(this.answers, theirs);
    const server = this.state.record?.server;
    if (questions.length > 0) {
      this.set({ conflict: { origin: 'DEVICE', theirs, questions, revision, savedAt } });
    } else if (server) this.savedOnServer({ ...server, revision, savedAt, answers: theirs });
  }

  /** The person has chosen. What the server keeps becomes what the next save goes on from. */
  settle(answers: RawAnswers): void {
    const { record, conflict } = this.state;
    if (!record || !conflict) return;
    this.set({ conflict: null });
    const { revision, savedAt, theirs } = conflict;
    const server =
      record.server && revision !== undefined && savedAt !== undefined
        ? { ...record.server, revision, savedAt, answers: theirs }
        : record.server;
    this.changeNow({ ...record, answers, server });
  }

  /** Kept before anything leaves: after a crash the very same submission goes out again. */
  beginSending(sending: Sending): void {
    const { record } = this.state;
    if (record) this.changeNow({ ...record, sending });
  }

  /** The server has refused for certain: the answers can be changed again. */
  endSending(): void {
    const { record } = this.state;
    if (record) this.changeNow({ ...record, sending: undefined });
  }

  /** Sent, or cleared for somebody else. */
  clear(): void {
    clearTimeout(this.timer);
    this.isDirty = false;
    this.shared = null;
    this.options.storage.write(this.options.key, ENDED);
    this.set({ record: null, keptAt: null, conflict: null, endedElsewhere: false });
  }

  /** Question by question; those answered on both sides, and not the same, are for the person to settle. */
  private putTogether(mine: RawAnswers, theirs: RawAnswers, server: ServerCopy | undefined): void {
    const { answers, disputed } = mergeAnswers({}, mine, theirs);
    this.changeNow({ ...(this.state.record ?? this.fresh()), answers, server });
    if (disputed.length === 0) return;
    const seen = server && { revision: server.revision, savedAt: server.savedAt };
    this.set({ conflict: { origin: 'DEVICE', theirs, questions: disputed, ...seen } });
  }

  private fresh(): DraftRecord {
    const { questionnaireId, version, responseId = randomId() } = this.options;
    const changedAt = this.now().toISOString();
    return { format: 1, questionnaireId, version, responseId, answers: {}, mark: '', changedAt };
  }

  private stored(): DraftRecord | null {
    const record = readDraft(this.options.storage.read(this.options.key), this.options.questionnaireId);
    return record && { ...record, version: this.options.version };
  }

  private change(record: DraftRecord): void {
    this.isDirty = true;
    this.set({
      record: { ...record, mark: randomId(), changedAt: this.now().toISOString() },
      endedElsewhere: false,
    });
  }

  private changeNow(record: DraftRecord): void {
    this.change(record);
    this.flush();
  }

  private write(): void {
    const { record } = this.state;
    if (!record) return;
    const storage = this.options.storage.write(this.options.key, record);
    if (storage === 'FULL' || storage === 'FORBIDDEN') return this.set({ storage });
    this.isDirty = false;
    this.shared = record;
    this.set({ storage, keptAt: storage === 'KEPT' ? record.changedAt : null });
  }

  /** No draft is kept any more: ended in another tab, or wiped under this one, which still has it all and keeps it again. */
  private endOrRestore(): void {
    this.shared = null;
    const isEnded = sameAnswer(this.options.storage.read(this.options.key), ENDED);
    if (isEnded) this.set({ record: null, keptAt: null, conflict: null, endedElsewhere: true });
    else if (!this.isDirty) {
      this.isDirty = true;
      this.write();
    }
  }

  private set(change: Partial<DraftState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
