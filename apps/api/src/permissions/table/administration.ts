import { only } from '../expected';
import type { Rows } from '../row';
import { absent, type Scene } from '../stage';

async function aDeletedAccount(s: Scene) {
  const { id } = await s.somebody();
  await s.api.database.query('UPDATE account SET deleted_at = now(), email = NULL WHERE id = $1', [id]);
  return { id };
}

export const administration: Rows = {
  'Query.accounts': { '': [() => ({}), only('admin')] },
  'Query.account': {
    'one’s own': [(s) => ({ id: s.me.id }), only('admin')],
    'somebody else’s': [async (s) => ({ id: (await s.somebody()).id }), only('admin')],
    deleted: [aDeletedAccount, only('admin')],
    absent: [() => ({ id: absent }), only('admin', 'null')],
  },
  'Query.auditEntries': {
    absent: [() => ({ filter: { account: absent } }), only('admin', 'EMPTY')],
    'of somebody else': [
      async (s) => ({ filter: { object: `account:${(await s.somebody()).id}` } }),
      only('admin', 'EMPTY'),
    ],
  },
  'Query.auditActions': { '': [() => ({}), only('admin')] },
  'Query.auditChain': { '': [() => ({}), only('admin')] },
  'AuditCsvController.download': { '': [() => '/exports/audit.csv', only('admin')] },
};
