import type { DataSource, EntityManager } from 'typeorm';
import { LONGEST_IDLE_MS } from '@preau/identity-domain';
import { runPrepared, unseen, type Statement } from '@preau/shared-api';
import type { Role, RoleGrant, TerritoryKind } from '@preau/shared-domain';

export interface FoundSession {
  readonly id: string;
  readonly accountId: string;
  readonly lastSeenAt: Date;
  readonly secondFactorAt: Date | null;
  readonly suspended: boolean;
  /** All the account has today; which of them the session acts with is a rule's to say (`grantsInForce`). */
  readonly grants: readonly RoleGrant[];
}

type GrantRecord = { role: Role; level: TerritoryKind | null; code: string | null; themeId: string | null };

interface SessionRecord extends Omit<FoundSession, 'grants'> {
  grants: GrantRecord[];
}

/** The roles of `account` that have not ended, as SQL. */
const GRANTS = (account: string) => `
    (SELECT coalesce(json_agg(json_build_object(
       'role', g.role, 'level', g.territory_level, 'code', g.territory_code, 'themeId', g.theme_id)), '[]')
     FROM role_grant g
     WHERE g.account_id = ${account} AND (g.ends_at IS NULL OR g.ends_at > now()))`;

const COLUMNS = `s.id, s.account_id AS "accountId", s.last_seen_at AS "lastSeenAt",
    s.second_factor_at AS "secondFactorAt", a.suspended_at IS NOT NULL AS suspended,
    (SELECT coalesce(json_agg(json_build_object(
       'role', g.role, 'level', g.territory_level, 'code', g.territory_code, 'themeId', g.theme_id)), '[]')
     FROM role_grant g
     WHERE g.account_id = s.account_id AND (g.ends_at IS NULL OR g.ends_at > now())) AS grants`;
/** A deleted account has none. */
const SESSIONS = 'session s JOIN account a ON a.id = s.account_id AND a.deleted_at IS NULL';

const OF_SECRETS: Statement = {
  name: 'sessions-of-secrets',
  text: `SELECT encode(s.secret_hash, 'hex') AS "secretHash", ${COLUMNS} FROM ${SESSIONS} WHERE s.secret_hash = ANY(${unseen('$1', 'bytea')})`,
};

function foundSession(record: SessionRecord): FoundSession {
  return { ...record, grants: record.grants.map(grantOf) };
}

const grantOf = ({ role, level, code, themeId }: GrantRecord): RoleGrant => ({
  role,
  themeId,
  territory: level === null || code === null ? null : { level, code },
});

/** The account an address belongs to, with its roles. */
export async function findByAddress(
  database: DataSource,
  email: string,
): Promise<Pick<FoundSession, 'accountId' | 'suspended' | 'grants'> | null> {
  const [found] = await database.query<Pick<SessionRecord, 'accountId' | 'suspended' | 'grants'>[]>(
    `SELECT a.id AS "accountId", a.suspended_at IS NOT NULL AS suspended, ${GRANTS('a.id')} AS grants
     FROM account a WHERE a.email = $1 AND a.deleted_at IS NULL`,
    [email],
  );
  return found ? { ...found, grants: found.grants.map(grantOf) } : null;
}

/**
 * The sessions that secrets open, by the hash of each in hexadecimal, with the roles of their accounts, in one statement: it runs
 * at most requests.
 */
export async function findSessionsOfSecrets(
  database: DataSource,
  hashes: readonly string[],
): Promise<Map<string, FoundSession>> {
  const found = await runPrepared<SessionRecord & { secretHash: string }>(database, OF_SECRETS, [
    hashes.map((hash) => Buffer.from(hash, 'hex')),
  ]);
  return new Map(found.map(({ secretHash, ...record }) => [secretHash, foundSession(record)]));
}

/** Those of these sessions that have not ended, in one statement. */
export async function findSessions(
  database: DataSource | EntityManager,
  ids: readonly string[],
): Promise<FoundSession[]> {
  const found = await database.query<SessionRecord[]>(
    `SELECT ${COLUMNS} FROM ${SESSIONS} WHERE s.id = ANY($1)`,
    [ids],
  );
  return found.map(foundSession);
}

/** Writes down that a session was used; two processes noting the same minute write once. */
export async function noteSight(database: DataSource, sessionId: string, now: Date): Promise<void> {
  await database.query(
    "UPDATE session SET last_seen_at = $2 WHERE id = $1 AND last_seen_at <= $2::timestamptz - interval '1 minute'",
    [sessionId, now],
  );
}

/** Deletes the sessions nobody can use any more, whatever their roles. */
export async function forgetIdleSessions(database: DataSource, now: Date): Promise<void> {
  await database.query('DELETE FROM session WHERE last_seen_at < $1', [
    new Date(now.getTime() - LONGEST_IDLE_MS),
  ]);
}

export interface OpenSession {
  readonly id: string;
  readonly device: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** The sessions of an account seen since then, the newest first; those before `after` in that order are left out. */
export async function openSessions(
  database: DataSource,
  accountId: string,
  since: Date,
  after: string | null,
  limit: number,
): Promise<OpenSession[]> {
  return database.query<OpenSession[]>(
    `SELECT id, device, created_at AS "createdAt", last_seen_at AS "lastSeenAt" FROM session
     WHERE account_id = $1 AND last_seen_at > $2 AND ($3::uuid IS NULL OR id < $3)
     ORDER BY id DESC LIMIT $4`,
    [accountId, since, after, limit],
  );
}

/** Writes down that a session is used now, whenever it was before. False when it has ended. */
export async function extendSession(tx: EntityManager, sessionId: string, now: Date): Promise<boolean> {
  const [, updated] = await tx.query<[unknown, number]>(
    'UPDATE session SET last_seen_at = $2 WHERE id = $1',
    [sessionId, now],
  );
  return updated === 1;
}
