import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeFeed, Notifier, signedIn, unauthenticated } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Session } from './session.entity';

/** The topic announced when a session ends, so that every process forgets it at once. */
export const sessionTopic = (sessionId: string) => `session:${sessionId}`;

export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

const newSecret = () => randomBytes(32).toString('base64url');

/** Opens and ends sessions; `SessionActors` recognises them. */
@Injectable()
export class Sessions {
  constructor(
    private readonly feed: ChangeFeed,
    private readonly notifier: Notifier,
  ) {}

  /**
   * Opens a session with a new secret, which is returned and kept nowhere. Whoever is signed in elsewhere is told, unless on
   * the same sort of device.
   */
  async open(
    tx: EntityManager,
    accountId: string,
    about: Partial<Pick<Session, 'device' | 'secondFactorAt' | 'provider' | 'idToken'>> = {},
  ): Promise<string> {
    const secret = newSecret();
    if (await isAnotherDevice(tx, accountId, about.device ?? ''))
      await this.notifier.notify(tx, { accountIds: [accountId], event: 'NEW_SIGN_IN' });
    await tx.insert(Session, { accountId, secretHash: secretHash(secret), ...about });
    return secret;
  }

  /**
   * Gives the actor's session a new id and a new secret, in the same browser: what it may do changes by their own doing. The old
   * secret opens nothing any more, and what was begun with it ends.
   */
  async rotate(tx: EntityManager, actor: Actor, secondFactorAt: Date | null): Promise<string> {
    const id = signedIn(actor).sessionId;
    const known = await tx.findOne(Session, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!known) throw unauthenticated();
    await this.end(tx, actor);
    const { accountId, device, createdAt, provider, idToken } = known;
    const secret = newSecret();
    const kept = { accountId, device, createdAt, provider, idToken };
    await tx.insert(Session, { ...kept, secondFactorAt, secretHash: secretHash(secret) });
    return secret;
  }

  /** Ends every session of an account, wherever it is open: what it was allowed to do has changed. */
  async endAll(tx: EntityManager, accountId: string): Promise<void> {
    await this.endOthers(tx, accountId, null);
  }

  /** Ends every session of an account but this one; how many those were. */
  async endOthers(tx: EntityManager, accountId: string, keptId: string | null): Promise<number> {
    const [ended] = await tx.query<[{ id: string }[], number]>(
      'DELETE FROM session WHERE account_id = $1 AND id IS DISTINCT FROM $2 RETURNING id',
      [accountId, keptId],
    );
    for (const { id } of ended) await this.feed.announce(tx, sessionTopic(id));
    return ended.length;
  }

  /** Ends one session of an account. False when there is no such session of that account. */
  async endOne(tx: EntityManager, accountId: string, id: string): Promise<boolean> {
    const { affected } = await tx.delete(Session, { id, accountId });
    if (affected === 1) await this.feed.announce(tx, sessionTopic(id));
    return affected === 1;
  }

  /** Ends the actor's session, if there is one. */
  async end(tx: EntityManager, actor: Actor): Promise<void> {
    if (actor.kind === 'visitor') return;
    await tx.delete(Session, { id: actor.sessionId });
    await this.feed.announce(tx, sessionTopic(actor.sessionId));
  }
}

async function isAnotherDevice(tx: EntityManager, accountId: string, device: string): Promise<boolean> {
  const [open] = await tx.query<{ another: boolean | null }[]>(
    'SELECT bool_and(device <> $2) AS another FROM session WHERE account_id = $1',
    [accountId, device],
  );
  return open?.another === true;
}
