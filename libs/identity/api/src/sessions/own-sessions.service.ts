import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsNull, type DataSource } from 'typeorm';
import { idleLimitMs, isSensitive, rightsWaiting } from '@preau/identity-domain';
import {
  audit,
  badInput,
  CONFIG,
  isUuid,
  notFound,
  page,
  pageSize,
  signedIn,
  transaction,
  unauthenticated,
  type Config,
  type Connection,
} from '@preau/shared-api';
import type { Actor, RoleGrant } from '@preau/shared-domain';
import { RecoveryCode } from '../second-factor/recovery-code.entity';
import { SecondFactor } from '../second-factor/second-factor.entity';
import { Session } from './session.entity';
import { extendSession, findSessions, openSessions } from './session.queries';
import type { AccountSecurity, OpenSession } from './security.types';
import { Sessions } from './sessions';

/** What people see and do about their own sessions. */
@Injectable()
export class OwnSessionsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly sessions: Sessions,
  ) {}

  /** Null for another account than the actor's, and for an actor whose session has ended. */
  async security(actor: Actor, accountId: string): Promise<AccountSecurity | null> {
    if (actor.kind === 'visitor' || actor.accountId !== accountId) return null;
    const tables = this.database.manager;
    const [found] = await findSessions(this.database, [actor.sessionId]);
    const session = await tables.findOneBy(Session, { id: actor.sessionId });
    if (!found || !session) return null;
    const factor = await tables.findOneBy(SecondFactor, { accountId });
    const isWanted = this.config.SECOND_FACTOR;
    return {
      secondFactorSince: factor?.confirmedAt ?? null,
      recoveryCodesLeft: await tables.countBy(RecoveryCode, { accountId, usedAt: IsNull() }),
      secondFactorShown: found.secondFactorAt !== null,
      secondFactorWanted: isWanted && found.grants.some(({ role }) => isSensitive(role)),
      rightsWaiting: rightsWaiting(found.grants, found, isWanted),
      session: shown(session, actor, found.grants),
    };
  }

  /** The newest first; those nobody can use any more are not sessions. */
  async list(actor: Actor, first: number | null, after: string | null): Promise<Connection<OpenSession>> {
    const { accountId, sessionId } = signedIn(actor);
    const size = pageSize(first);
    if (after !== null && !isUuid(after)) throw badInput('Ce curseur n’est pas valable.');
    const [own] = await findSessions(this.database, [sessionId]);
    if (!own) throw unauthenticated();
    const since = new Date(Date.now() - idleLimitMs(own.grants));
    const rows = await openSessions(this.database, accountId, since, after, size + 1);
    const nodes = rows.map((row) => shown(row, actor, own.grants));
    return page(nodes, size, ({ id }) => id);
  }

  /** Puts the end of this session off, as any use of it would. */
  async extend(actor: Actor): Promise<OpenSession> {
    const { sessionId } = signedIn(actor);
    const now = new Date();
    return transaction(this.database, async (tx) => {
      if (!(await extendSession(tx, sessionId, now))) throw unauthenticated();
      const [found] = await findSessions(tx, [sessionId]);
      const session = await tx.findOneBy(Session, { id: sessionId });
      if (!found || !session) throw unauthenticated();
      return shown(session, actor, found.grants);
    });
  }

  /** Ends one of one's own sessions, this one included; one that is not, or has ended, is not found. */
  async end(actor: Actor, id: string): Promise<boolean> {
    const { accountId, sessionId } = signedIn(actor);
    if (!isUuid(id)) throw notFound();
    await transaction(this.database, async (tx) => {
      if (!(await this.sessions.endOne(tx, accountId, id))) throw notFound();
      await audit(tx, actor, { action: 'session.end', object: `session:${id}` });
    });
    return id === sessionId;
  }

  /** Ends all of one's sessions, this one kept or not; how many those were. */
  async endAll(actor: Actor, { keepThis }: { keepThis: boolean }): Promise<number> {
    const { accountId, sessionId } = signedIn(actor);
    return transaction(this.database, async (tx) => {
      const ended = await this.sessions.endOthers(tx, accountId, keepThis ? sessionId : null);
      const action = keepThis ? 'session.end-others' : 'session.end-everywhere';
      await audit(tx, actor, { action, object: `account:${accountId}`, details: { ended } });
      return ended;
    });
  }
}

type Known = Pick<Session, 'id' | 'device' | 'createdAt' | 'lastSeenAt'>;

function shown(session: Known, actor: Actor, grants: readonly RoleGrant[]): OpenSession {
  const { id, device, createdAt, lastSeenAt } = session;
  const endsAt = new Date(lastSeenAt.getTime() + idleLimitMs(grants));
  const secondsLeft = Math.max(0, Math.floor((endsAt.getTime() - Date.now()) / 1_000));
  const current = id === signedIn(actor).sessionId;
  return { id, device, createdAt, lastSeenAt, endsAt, secondsLeft, current };
}
