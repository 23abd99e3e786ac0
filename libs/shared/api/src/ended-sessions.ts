import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Actor, RoleGrant } from '@preau/shared-domain';
import { ActorSource, type SignedIn } from './actor-source';
import { ChangeFeed } from './change-feed';

/** Announcements end what is watched at once; this often, sessions are looked up for what nobody announces. */
const RECHECK_MS = 2_500;

export interface WatchOptions {
  /** Keeps going while nobody uses the session: for what ends by itself, such as a download. */
  readonly evenIdle?: boolean;
}

interface Watched extends WatchOptions {
  readonly actor: SignedIn;
  readonly end: () => void;
}

/**
 * For whatever outlives the moment its right was checked: a download, a subscription. It ends within five seconds when the
 * session it was begun in ends (signing out, suspension, deletion, rights changed), or when one of the roles the actor
 * then had has come to its end. A session left idle too long ends what is open, unless `evenIdle`.
 *
 *     const release = this.endedSessions.watch(actor, () => socket.close());
 *     socket.onClose(release);
 *
 * What is begun again is judged again, by `@Access` and with the cookie of the moment.
 */
@Injectable()
export class EndedSessions implements OnModuleInit, OnModuleDestroy {
  private readonly watched = new Map<string, Set<Watched>>();
  private unsubscribe: () => void = () => undefined;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly feed: ChangeFeed,
    private readonly modules: ModuleRef,
  ) {}

  onModuleInit() {
    this.unsubscribe = this.feed.subscribe((topic) => {
      // `null`: announcements may have been missed.
      if (topic === null) void this.recheck();
      else if (topic.startsWith('session:')) this.endAll(topic.slice('session:'.length));
    });
  }

  onModuleDestroy() {
    this.unsubscribe();
    if (this.timer) clearTimeout(this.timer);
  }

  /** Calls `end` once, when the actor may no longer go on; never for a visitor. Call what it returns when all is over. */
  watch(actor: Actor, end: () => void, { evenIdle = false }: WatchOptions = {}): () => void {
    if (actor.kind === 'visitor') return () => undefined;
    const watched = { actor, end, evenIdle };
    const ofSession = this.watched.get(actor.sessionId) ?? new Set();
    this.watched.set(actor.sessionId, ofSession.add(watched));
    this.recheckLater();
    return () => {
      this.release(watched);
    };
  }

  /** Looks up every watched session, and ends what may not go on. */
  async recheck(): Promise<void> {
    const all = [...this.watched.values()].flatMap((ofSession) => [...ofSession]);
    if (all.length === 0) return;
    const source = this.modules.get(ActorSource, { strict: false });
    const standings = await source.standings(all.map(({ actor }) => actor));
    for (const watched of all) {
      const standing = standings.get(watched.actor.sessionId);
      const mayGoOn =
        standing !== undefined &&
        (watched.evenIdle === true || !standing.isIdle) &&
        keepsAll(watched.actor.grants, standing.grants);
      if (!mayGoOn) this.end(watched);
    }
  }

  private endAll(sessionId: string) {
    for (const watched of this.watched.get(sessionId) ?? []) this.end(watched);
  }

  private end(watched: Watched) {
    if (this.release(watched)) watched.end();
  }

  private release(watched: Watched): boolean {
    const ofSession = this.watched.get(watched.actor.sessionId);
    const wasWatched = ofSession?.delete(watched) ?? false;
    if (ofSession?.size === 0) this.watched.delete(watched.actor.sessionId);
    return wasWatched;
  }

  private recheckLater() {
    this.timer ??= setTimeout(() => {
      const again = () => {
        this.timer = null;
        if (this.watched.size > 0) this.recheckLater();
      };
      // The database is away: nobody's rights can have changed meanwhile.
      this.recheck().then(again, again);
    }, RECHECK_MS).unref();
  }
}

const keyOf = ({ role, territory, themeId }: RoleGrant) =>
  [role, territory?.level, territory?.code, themeId].join('|');

function keepsAll(before: readonly RoleGrant[], now: readonly RoleGrant[]): boolean {
  const held = new Set(now.map(keyOf));
  return before.every((grant) => held.has(keyOf(grant)));
}
