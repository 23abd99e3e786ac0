import { randomUUID } from 'node:crypto';
import { signedIn } from '../expected';
import type { Rows } from '../row';
import { absent, type Scene } from '../stage';

/** Somebody's data, prepared: the address of the file. */
async function aFileOf({ api }: Scene, accountId: string): Promise<string> {
  const id = randomUUID();
  await api.database.query(
    `INSERT INTO data_export (id, account_id, total, ready_at, expires_at)
     VALUES ($1, $2, 0, now(), now() + interval '1 day')`,
    [id, accountId],
  );
  return `/exports/my-data/${id}/mes-donnees.zip`;
}

export const personalData: Rows = {
  'Query.myDataExport': {
    none: [() => ({}), signedIn('null')],
    'one’s own': [
      async (s) => {
        await aFileOf(s, s.me.id);
        return {};
      },
      signedIn(),
    ],
  },
  'Mutation.exportMyData': { 'one’s own': [() => ({}), signedIn()] },
  'DataExportController.download': {
    'one’s own': [(s) => aFileOf(s, s.me.id), signedIn()],
    'somebody else’s': [async (s) => aFileOf(s, (await s.somebody()).id), signedIn('NOT_FOUND')],
    absent: [() => `/exports/my-data/${absent}/mes-donnees.zip`, signedIn('NOT_FOUND')],
  },
};
