import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { IdentityApiModule } from '@preau/identity-api';
import type { Definition } from '@preau/questionnaire-domain';
import { EndedSessions } from '@preau/shared-api';
import { anAccount, aSession, startTestApi, type TestApi } from '@preau/testing';
import pg from 'pg';
import { ExportsApiModule } from '../exports-api.module';
import { aQuestionnaire, insertBulk } from '../test/test-data';
import { eventually, openFile, readAll } from '../test/test-download';

const definition: Definition = {
  title: 'Essai',
  sections: [{ code: 's', title: 'Partie', questions: [{ code: 'idea', type: 'longText', label: 'Idée' }] }],
};

let api: TestApi;
let path: string;
let formId: string;

beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ExportsApiModule], { identity: true });
});
afterAll(() => api.close());
beforeEach(async () => {
  const form = await aQuestionnaire(api, [definition]);
  await insertBulk(api, form.id, 'idea');
  formId = form.id;
  path = `${formId}/responses.csv`;
});

/** Somebody of the ministry whose download is under way, and read slowly. */
async function downloading() {
  const account = await anAccount(api, { grants: ['participant', 'staff'] });
  const session = await aSession(api, account.id);
  const response = await openFile(api, path, session.headers);
  expect(response.statusCode).toBe(200);
  return { account, session, response };
}

async function outcomes(): Promise<(string | undefined)[]> {
  const rows = await api.database.query<{ outcome: string }[]>(
    `SELECT details ->> 'outcome' AS outcome FROM audit_entry
     WHERE object = $1 AND action = 'exports.responses.end'`,
    [`questionnaire:${formId}`],
  );
  return rows.map(({ outcome }) => outcome);
}

const expectCut = async (response: Awaited<ReturnType<typeof openFile>>) => {
  expect(await eventually(outcomes, ({ length }) => length > 0)).toEqual(['cut']);
  await expect(readAll(response)).rejects.toThrow('aborted');
};

describe('a download under way is cut', () => {
  test('when its reader signs out', async () => {
    const { session, response } = await downloading();
    const signedOut = await api.graphql('mutation { signOut }', {}, { headers: session.headers });
    expect(signedOut.data).toEqual({ signOut: true });
    await expectCut(response);
  });

  test('when its session ends without a word', async () => {
    const { session, response } = await downloading();
    await api.database.query('DELETE FROM session WHERE id = $1', [session.id]);
    await expectCut(response);
  });

  test('when the role it needs comes to its end', async () => {
    const { account, response } = await downloading();
    await api.database.query(`DELETE FROM role_grant WHERE account_id = $1 AND role = 'staff'`, [account.id]);
    await expectCut(response);
  });

  test('when announcements may have been missed meanwhile', async () => {
    const { session, response } = await downloading();
    const other = new pg.Client({ connectionString: api.databaseUrls.apiUrl });
    await other.connect();
    await api.database.query('DELETE FROM session WHERE id = $1', [session.id]);
    await other.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'preau-feed' AND datname = current_database()`,
    );
    await other.end();
    await expectCut(response);
  });
});

test('a download goes on when somebody else signs out, and when nobody touches the keyboard for an hour', async () => {
  const { session, response } = await downloading();
  const other = await aSession(api, (await anAccount(api)).id);
  await api.graphql('mutation { signOut }', {}, { headers: other.headers });
  await api.database.query("UPDATE session SET last_seen_at = now() - interval '61 minutes' WHERE id = $1", [
    session.id,
  ]);
  await api.get(EndedSessions).recheck();
  expect((await readAll(response)).length).toBeGreaterThan(4_000 * 5_000);
  expect(await eventually(outcomes, ({ length }) => length > 0)).toEqual(['complete']);
});
