import type { NetworkPlace } from '@preau/shared-api';
import type { EntityManager } from 'typeorm';

export type ConnectionKind = 'TOPIC' | 'REPLY' | 'EDIT' | 'IMAGE';

/** One thing that was published, and from where. */
export interface ConnectionRecord {
  readonly kind: ConnectionKind;
  readonly objectId: string;
  readonly accountId: string;
  readonly from: NetworkPlace;
}

/** For a statement that writes what is published and notes from where at once: followed by a SELECT of these, in this order. */
export const NOTE_CONNECTIONS =
  'INSERT INTO connection_record (kind, object_id, account_id, address, port, mail_id, at)';

/** Notes from where things were published, in the transaction that does it. Nothing in the product reads it again. */
export async function noteConnections(
  tx: EntityManager,
  records: readonly ConnectionRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map(({ kind, objectId, accountId, from }) => ({
    kind,
    object_id: objectId,
    account_id: accountId,
    address: from.address,
    port: from.port,
    mail_id: from.mailId,
  }));
  await tx.query(
    `${NOTE_CONNECTIONS} SELECT rows.*, clock_timestamp() FROM json_to_recordset($1) AS rows
       (kind text, object_id uuid, account_id uuid, address inet, port integer, mail_id text)`,
    [JSON.stringify(rows)],
  );
}
