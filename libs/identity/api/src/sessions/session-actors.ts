import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { grantsInForce, isSessionAlive, isSightDue } from '@preau/identity-domain';
import {
  ActorSource,
  ChangeFeed,
  CONFIG,
  ReadTogether,
  type ActingRequest,
  type Config,
  type SignedIn,
  type Standing,
} from '@preau/shared-api';
import { VISITOR, type Actor } from '@preau/shared-domain';
import { findSessions, findSessionsOfSecrets, noteSight, type FoundSession } from './session.queries';
import { SessionCookie } from './session-cookie';
import { secretHash, sessionTopic } from './sessions';

/** How long this process may answer for a session without looking it up again. */
const REMEMBERED_MS = 2_000;
const REMEMBERED_MAX = 10_000;

interface Remembered {
  readonly actor: SignedIn;
  readonly until: number;
  /** As last written down. */
  seenAt: Date;
}

/**
 * Whether a request is somebody's doing. The site says of those it sends by itself (`preau-background`), such as figures read again
 * every minute, that they are not; a socket opens again by itself too. Neither keeps a session open.
 */
const isUse = ({ headers }: ActingRequest): boolean =>
  headers['preau-background'] === undefined && headers.upgrade === undefined;

/** Recognises who sends a request by the session its cookie opens. */
@Injectable()
export class SessionActors extends ActorSource implements OnModuleInit, OnModuleDestroy {
  private readonly remembered = new Map<string, Remembered>();
  private readonly opened = new ReadTogether<FoundSession>((hashes) =>
    findSessionsOfSecrets(this.database, hashes),
  );
  private unsubscribe: () => void = () => undefined;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly cookie: SessionCookie,
    private readonly feed: ChangeFeed,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  onModuleInit() {
    this.unsubscribe = this.feed.subscribe((topic) => {
      this.forget(topic);
    });
  }

  onModuleDestroy() {
    this.unsubscribe();
  }

  override async actorOf(request: ActingRequest): Promise<Actor> {
    const secret = this.cookie.read(request);
    if (secret === null) return VISITOR;
    const hash = secretHash(secret).toString('hex');
    const known = this.remembered.get(hash);
    const found = known && known.until > Date.now() ? known : await this.lookUp(hash);
    if (found === null) return VISITOR;
    const now = new Date();
    if (isUse(request) && isSightDue(found.seenAt, now)) {
      found.seenAt = now;
      await noteSight(this.database, found.actor.sessionId, now);
    }
    return found.actor;
  }

  override async standings(actors: readonly SignedIn[]): Promise<Map<string, Standing>> {
    const now = new Date();
    const ids = actors.map(({ sessionId }) => sessionId);
    const sessions = await findSessions(this.database, ids);
    return new Map(
      sessions.map((session) => [
        session.id,
        {
          grants: grantsInForce(session.grants, session, this.config.SECOND_FACTOR),
          isIdle: !isSessionAlive(session.lastSeenAt, session.grants, now),
        },
      ]),
    );
  }

  private async lookUp(hash: string): Promise<Remembered | null> {
    this.remembered.delete(hash);
    const session = (await this.opened.of([hash])).get(hash);
    if (!session || !isSessionAlive(session.lastSeenAt, session.grants, new Date())) return null;
    const { id: sessionId, accountId, suspended } = session;
    const grants = grantsInForce(session.grants, session, this.config.SECOND_FACTOR);
    const actor = { kind: 'account', accountId, sessionId, suspended, grants } as const;
    if (this.remembered.size >= REMEMBERED_MAX) this.remembered.clear();
    const remembered = { actor, until: Date.now() + REMEMBERED_MS, seenAt: session.lastSeenAt };
    this.remembered.set(hash, remembered);
    return remembered;
  }

  /** `null` means that announcements may have been missed. */
  private forget(topic: string | null) {
    if (topic === null) this.remembered.clear();
    else if (topic.startsWith(sessionTopic(''))) {
      for (const [key, { actor }] of this.remembered) {
        if (sessionTopic(actor.sessionId) === topic) this.remembered.delete(key);
      }
    }
  }
}
