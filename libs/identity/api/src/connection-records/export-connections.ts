import {
  connectionRequestFault,
  type ConnectionRequest,
  type ConnectionRequestFault,
} from '@preau/identity-domain';
import { BYTE_ORDER_MARK, csvLine, dialectOf, isUuid, neutralised, transaction } from '@preau/shared-api';
import type { DataSource, EntityManager } from 'typeorm';

export type ConnectionExportFault = ConnectionRequestFault | 'UNKNOWN_ADMINISTRATOR' | 'UNKNOWN_ACCOUNT';

/** Who has the records taken out: an administrator of the site, on an account of the machine. */
export interface Exporter {
  readonly email: string;
  readonly machineAccount: string;
}

export interface ConnectionExport {
  readonly count: number;
  readonly csv: string;
}

interface FoundRecord {
  readonly at: string;
  readonly kind: string;
  readonly objectId: string;
  readonly accountId: string;
  readonly address: string | null;
  readonly port: number | null;
  readonly mailId: string | null;
}

const COLUMNS = ['date (UTC)', 'opération', 'objet', 'compte', 'adresse IP', 'port', 'courriel'];

/**
 * The connection records that a legal request asks for, as CSV. Who took how many out, and why, is in the log for good before
 * anything is given back. Needs the owner of the tables: the API's own role cannot read them.
 */
export function exportConnections(
  owner: DataSource,
  request: ConnectionRequest,
  exporter: Exporter,
): Promise<ConnectionExport | ConnectionExportFault> {
  const fault = connectionRequestFault(request);
  if (fault) return Promise.resolve(fault);
  return transaction(owner, async (tx) => {
    const administrator = await administratorOf(tx, exporter.email);
    if (!administrator) return 'UNKNOWN_ADMINISTRATOR';
    const accountId = request.account === null ? null : await accountOf(tx, request.account);
    if (request.account !== null && !accountId) return 'UNKNOWN_ACCOUNT';
    const records = await find(tx, request, accountId);
    const details = {
      reference: request.reference.trim(),
      rows: records.length,
      from: request.from,
      to: request.to,
      account: accountId,
      objects: request.objects,
      machineAccount: exporter.machineAccount,
    };
    await tx.query(
      "INSERT INTO audit_entry (account_id, action, object, details) VALUES ($1, 'connections.export', 'connections', $2)",
      [administrator, JSON.stringify(details)],
    );
    return { count: records.length, csv: csvOf(records) };
  });
}

async function administratorOf(tx: EntityManager, email: string): Promise<string | null> {
  const [found] = await tx.query<{ id: string }[]>(
    `SELECT a.id FROM account a
     WHERE a.email = $1 AND a.suspended_at IS NULL AND a.deleted_at IS NULL
       AND EXISTS (SELECT FROM role_grant g
         WHERE g.account_id = a.id AND g.role = 'admin' AND (g.ends_at IS NULL OR g.ends_at > now()))`,
    [email.trim().toLowerCase()],
  );
  return found?.id ?? null;
}

/** By its id, which a deleted account keeps, or by its address. */
async function accountOf(tx: EntityManager, asked: string): Promise<string | null> {
  const column = isUuid(asked) ? 'id' : 'email';
  const [found] = await tx.query<{ id: string }[]>(`SELECT id FROM account WHERE ${column} = $1`, [
    asked.trim().toLowerCase(),
  ]);
  return found?.id ?? null;
}

const find = (
  tx: EntityManager,
  { objects, from, to }: ConnectionRequest,
  accountId: string | null,
): Promise<FoundRecord[]> =>
  tx.query(
    `SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, kind, object_id AS "objectId",
       account_id AS "accountId", host(address) AS address, port, mail_id AS "mailId"
     FROM connection_record
     WHERE (account_id = $1 OR object_id = ANY($2))
       AND at >= $3::date::timestamp AT TIME ZONE 'Europe/Paris'
       AND at < ($4::date + 1)::timestamp AT TIME ZONE 'Europe/Paris'
     ORDER BY connection_record.at`,
    [accountId, objects, from, to],
  );

function csvOf(records: readonly FoundRecord[]): string {
  const dialect = dialectOf();
  const lines = records.map(({ at, kind, objectId, accountId, address, port, mailId }) =>
    csvLine(
      [at, kind, objectId, accountId, address ?? '', String(port ?? ''), neutralised(mailId ?? '')],
      dialect,
    ),
  );
  return [BYTE_ORDER_MARK, csvLine(COLUMNS, dialect), ...lines].join('');
}
