import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PersonalDataSources, type DataRow } from '@preau/identity-api';
import { transaction } from '@preau/shared-api';
import { anAccount, startTestApi, type TestApi } from '@preau/testing';
import { NotificationsApiModule } from '../notifications-api.module';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi([NotificationsApiModule]);
});
afterAll(() => api.close());

async function rowsOf(name: string, accountId: string): Promise<DataRow[]> {
  const source = api.get(PersonalDataSources).byAccount.find((one) => one.name === name);
  return transaction(api.database, async (tx) => {
    const rows: DataRow[] = [];
    for await (const row of source!.rows(tx, accountId)) rows.push(row);
    return rows;
  });
}

test('somebody’s notifications and choices are theirs to download, all of them and nobody else’s', async () => {
  const [me, somebodyElse] = [await anAccount(api), await anAccount(api)];
  await api.database.query(
    `INSERT INTO notification (account_id, kind, event, pace)
     SELECT account, 'ACCOUNT', 'ROLE_GRANTED', 'SERVICE' FROM unnest($1::uuid[]) AS account, generate_series(1, 1200)`,
    [[me.id, somebodyElse.id]],
  );
  await api.database.query(
    "INSERT INTO notification_preference (account_id, kind, frequency) VALUES ($1, 'RESULTS', 'WEEKLY')",
    [me.id],
  );
  await api.database.query('INSERT INTO mail_limit (account_id, per_week) VALUES ($1, 3)', [somebodyElse.id]);
  expect(await rowsOf('notifications', me.id)).toHaveLength(1200);
  expect(await rowsOf('preferences', me.id)).toEqual([{ sujet: 'RESULTS', choix: 'WEEKLY' }]);
});
