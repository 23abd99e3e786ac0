import type { DataSource } from 'typeorm';
import { BYTE_ORDER_MARK, csvLine, neutralised, type Dialect } from '@preau/shared-api';
import { auditPage, type CheckedFilter } from './audit-log.queries';
import type { AuditLogService } from './audit-log.service';

const NAMES = ['rank', 'at', 'account', 'account_name', 'action', 'object', 'object_name', 'details', 'hash'];
/** Entries read at once: the file is as long as the log, what is held of it is not. */
const BATCH = 1_000;

interface AuditCsv {
  readonly database: DataSource;
  readonly log: AuditLogService;
  readonly filter: CheckedFilter;
  readonly dialect: Dialect;
}

/** The entries as lines, the latest first. Those written meanwhile stand before the first, and are left out. */
export async function* auditCsv({ database, log, filter, dialect }: AuditCsv): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(NAMES, dialect);
  for (let before: number | null = null; ;) {
    const rows = await auditPage(database, filter, { limit: BATCH, before });
    const lines = await log.named(rows);
    yield lines
      .map(({ rank, at, accountId, accountName, action, object, objectName, details, hash }) => {
        const texts = [action, object, objectName ?? '', JSON.stringify(details)].map(neutralised);
        return csvLine(
          [String(rank), at.toISOString(), accountId, neutralised(accountName ?? ''), ...texts, hash],
          dialect,
        );
      })
      .join('');
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    before = last.rank;
  }
}
