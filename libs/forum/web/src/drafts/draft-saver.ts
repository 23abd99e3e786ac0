import type { ForumDraftRefusalCode } from '@preau/forum-domain';
import { readFragment } from '@preau/graphql';
import { keepImages } from '../images/draft-images';
import { deleteDraft, findDraft, keptDraft, saveDraft, type Words } from './draft-operations';

/** A version that the account keeps. */
export interface KeptWords extends Words {
  readonly revision: number;
}

/** Where what is typed is kept. */
export type DraftState =
  | { readonly kind: 'NONE' | 'SAVED' }
  /** On this device only: the server did not answer, or refused. */
  | { readonly kind: 'DEVICE'; readonly code: ForumDraftRefusalCode | null }
  /** Another device wrote on as well: whoever writes chooses. */
  | { readonly kind: 'ELSEWHERE'; readonly kept: KeptWords };

interface Listener {
  readonly onState: (state: DraftState) => void;
  /** Takes up what was written elsewhere. */
  readonly onTaken: (words: KeptWords) => void;
  /** `isLatest`: nothing was typed meanwhile. */
  readonly onSaved: (revision: number, isLatest: boolean) => void;
}

const SAVED_AFTER_MS = 1_500;

/**
 * Saves what is typed to the account: a moment after the last key, one request at a time, the latest words last. It looks for what is
 * kept there first, and writes over no version but the one these words were made from.
 */
export class DraftSaver {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private revision: number | null = null;
  private isKnown = false;
  private isStopped = false;
  private isLeft = false;
  /** To be saved; null: to be thrown away; undefined: nothing to do. */
  private wanted: Words | null | undefined;
  private state: DraftState = { kind: 'NONE' };

  constructor(
    readonly key: string,
    /** What is typed here already, the revision it was made from, and whether that says the same. */
    private typed: Words | null,
    private readonly base: { readonly revision: number | null; readonly isSaved: boolean },
    private readonly listener: Listener,
  ) {}

  /** Looks for what the account keeps. */
  begin(): void {
    this.work();
  }

  /** Null: there is nothing left of it. */
  change(words: Words | null): void {
    this.typed = words;
    if (this.state.kind === 'ELSEWHERE' || this.isGone()) return;
    this.wanted = words;
    clearTimeout(this.timer);
    this.timer = setTimeout(this.work, SAVED_AFTER_MS);
  }

  /** Chooses between the two versions there are. */
  choose(which: 'HERE' | 'THERE'): void {
    if (this.state.kind !== 'ELSEWHERE') return;
    const { kept } = this.state;
    this.revision = kept.revision;
    if (which === 'THERE') this.take(kept);
    else {
      this.wanted = this.typed;
      this.say({ kind: 'NONE' });
      this.work();
    }
  }

  /** Tries again what could not be saved. */
  readonly work = (): void => {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.running ??= this.saveAll().finally(() => {
      this.running = null;
    });
  };

  /** Saves no more, once what is on its way has arrived: nothing comes after the message itself. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** The page is left: what was typed last is saved at once. */
  leave(): void {
    this.isLeft = true;
    if (this.wanted !== undefined) this.work();
  }

  /** The message was refused: its draft goes on. */
  resume(): void {
    this.isStopped = false;
    if (this.wanted !== undefined) this.work();
  }

  /** Throws it away, here and there. */
  async discard(): Promise<void> {
    await this.stop();
    if (this.revision !== null) await deleteDraft(this.key).catch(() => undefined);
  }

  private async saveAll(): Promise<void> {
    try {
      while (!this.isStopped && (!this.isKnown || this.wanted !== undefined))
        if (this.isKnown) await this.saveOnce();
        else await this.look();
    } catch {
      if (this.typed) {
        if (this.wanted === undefined) this.wanted = this.typed;
        this.say({ kind: 'DEVICE', code: null });
      }
    }
  }

  private async look(): Promise<void> {
    const kept = readFragment(keptDraft, await findDraft(this.key));
    this.isKnown = true;
    const { typed } = this;
    this.revision = kept?.revision ?? null;
    if (!kept) this.wanted = typed ?? undefined;
    else if (!typed) this.take(wordsOf(kept));
    else if (isSame(typed, kept)) this.saved(kept.revision, typed);
    else if (this.base.isSaved && this.wanted === undefined) this.take(wordsOf(kept));
    else if (this.base.revision === kept.revision) this.wanted = typed;
    else this.stopAt({ kind: 'ELSEWHERE', kept: wordsOf(kept) });
  }

  private async saveOnce(): Promise<void> {
    const words = this.wanted;
    this.wanted = undefined;
    if (!words) {
      if (this.revision !== null) await deleteDraft(this.key);
      this.revision = null;
      this.say({ kind: 'NONE' });
      return;
    }
    const result = await saveDraft(this.key, words, this.revision);
    if (result.__typename === 'ForumDraftSaved') {
      this.revision = result.revision;
      this.saved(result.revision, words);
      return;
    }
    const kept = readFragment(keptDraft, result.kept);
    if (kept) this.stopAt({ kind: 'ELSEWHERE', kept: wordsOf(kept) });
    else this.stopAt({ kind: 'DEVICE', code: result.code });
  }

  private isGone(): boolean {
    return this.state.kind === 'DEVICE' && this.state.code === 'GONE';
  }

  private take(kept: KeptWords): void {
    if (this.isLeft) return;
    this.typed = kept;
    this.wanted = undefined;
    this.listener.onTaken(kept);
    this.say({ kind: 'SAVED' });
  }

  private saved(revision: number, words: Words): void {
    this.listener.onSaved(revision, this.typed !== null && isSame(this.typed, words));
    this.say({ kind: 'SAVED' });
  }

  private stopAt(state: DraftState): void {
    this.wanted = undefined;
    this.say(state);
  }

  private say(state: DraftState): void {
    this.state = state;
    this.listener.onState(state);
  }
}

/** As the server answers it, without what does not belong here. */
const wordsOf = ({
  title,
  body,
  stance,
  images,
  revision,
}: Partial<Words> & Pick<KeptWords, 'body' | 'revision'>) => ({
  title: title ?? null,
  body,
  stance: stance ?? null,
  images: images ?? [],
  revision,
});
const isSame = (a: Words, b: Partial<Words>) =>
  (a.title ?? null) === (b.title ?? null) &&
  a.body === b.body &&
  (a.stance ?? null) === (b.stance ?? null) &&
  keepImages(a.images) === keepImages(b.images ?? []);
