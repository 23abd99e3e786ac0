import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeFeed, Notifier } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Session } from './session.entity';

/** The topic announced when a session ends, so that every process forgets it at once. */
export const sessionTopic = (sessionId: string) => `session:${sessionId}`;

export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

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
    const secret = randomBytes(32).toString('base64url');
    if (await isAnotherDevice(tx, accountId, about.device ?? ''))
      await this.notifier.notify(tx, { accountIds: [accountId], event: 'NEW_SIGN_IN' });
    await tx.insert(Session, { accountId, secretHash: secretHash(secret), ...about });
    return secret;
  }

  /** Ends every session of an account, wherever it is open: what it was allowed to do has changed. */
  endAll(tx: EntityManager, accountId: string): Promise<void> {
    return this.endOthers(tx, accountId, null);
  }

  /** Ends every session of an account but this one. */
  async endOthers(tx: EntityManager, accountId: string, keptId: string | null): Promise<void> {
    const ended = await tx.query<[{ id: string }[], number]>(
      'DELETE FROM session WHERE account_id = $1 AND id IS DISTINCT FROM $2 RETURNING id',
      [accountId, keptId],
    );
    for (const { id } of ended[0]) await this.feed.announce(tx, sessionTopic(id));
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
