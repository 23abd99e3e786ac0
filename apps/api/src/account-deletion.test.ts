import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EndAccounts } from '@preau/identity-api';
import { anAccount, startTestApi, type TestApi } from '@preau/testing';
import { AppModule } from './app.module';

/** What stays when an account has been deleted, and why. */
const STAYS: readonly string[] = [
  // Who did what with rights must stay true; the account it names has no name any more.
  'audit_entry',
  // Hosts keep it a year, whatever becomes of the account (`forget_connection_records`).
  'connection_record',
];

/** A topic of somebody, $1, in a theme of its own. */
const aTopic = (theme: string, position: number) => `WITH theme AS (
    INSERT INTO theme (consultation_id, slug, position, title, short_title, summary, problem, accent, pictogram)
    SELECT id, '${theme}', ${position}, 'x', 'x', 'x', 'x', 'x', 'x' FROM consultation RETURNING id, consultation_id
  ), topic AS (
    INSERT INTO topic (consultation_id, theme_id, author_id, title) SELECT consultation_id, id, $1, 'x' FROM theme
    RETURNING id
  )`;

/** A row of somebody, $1, in each table that names an account. A new table is not covered until it is here. */
const ROWS: Readonly<Record<string, string>> = {
  contributor: 'INSERT INTO contributor (account_id) VALUES ($1)',
  data_export: 'INSERT INTO data_export (account_id, total) VALUES ($1, 1)',
  followed_consultation: `INSERT INTO followed_consultation (account_id, consultation_id)
    SELECT $1, id FROM consultation LIMIT 1`,
  followed_theme: `WITH theme AS (
      INSERT INTO theme (consultation_id, slug, position, title, short_title, summary, problem, accent, pictogram)
      SELECT id, 'y', 2, 'y', 'y', 'y', 'y', 'y', 'y' FROM consultation RETURNING id
    )
    INSERT INTO followed_theme (account_id, theme_id) SELECT $1, id FROM theme`,
  followed_topic: `${aTopic('z', 3)} INSERT INTO followed_topic (account_id, topic_id) SELECT $1, id FROM topic`,
  forum_draft: `INSERT INTO forum_draft (account_id, key, body) VALUES ($1, 'x', 'x')`,
  image: `INSERT INTO image (id, account_id, name, digest, width, height, bytes, expires_at)
    VALUES (uuidv7(), $1, 'x', 'x', 1, 1, 1, now() + interval '1 day')`,
  mail_limit: 'INSERT INTO mail_limit (account_id, per_week) VALUES ($1, 3)',
  muted_person: 'INSERT INTO muted_person (account_id, muted_id) SELECT $1, id FROM account LIMIT 1',
  notification: `INSERT INTO notification (account_id, kind, event, pace)
    VALUES ($1, 'ACCOUNT', 'ROLE_GRANTED', 'SERVICE')`,
  notification_mail: `INSERT INTO notification_mail (account_id, period, mail_id) VALUES ($1, '2026-11-22', uuidv7())`,
  notification_preference: `INSERT INTO notification_preference (account_id, kind, frequency)
    VALUES ($1, 'RESULTS', 'NONE')`,
  opposition: `INSERT INTO opposition (account_id, processing, reason) VALUES ($1, 'accounts', 'x')`,
  outgoing_mail: `INSERT INTO outgoing_mail (kind, account_id, recipient, subject, body)
    VALUES ('digest', $1, 'x@preau.test', 'x', '{"blocks": []}')`,
  pending_sign_in: `INSERT INTO pending_sign_in (browser_hash, account_id, expires_at)
    VALUES ('x', $1, now())`,
  personal_key: `INSERT INTO personal_key (account_id, sealed) VALUES ($1, 'x')`,
  post_support: `${aTopic('x', 1)}, post AS (
      INSERT INTO post (id, topic_id, depth, author_id, body, body_hash) SELECT id, id, 0, $1, 'x', 'x' FROM topic
      RETURNING id
    )
    INSERT INTO post_support (post_id, account_id) SELECT id, $1 FROM post`,
  provider_identity: `INSERT INTO provider_identity (provider, subject, account_id) VALUES ('x', 'x', $1)`,
  recovery_code: `INSERT INTO recovery_code (account_id, code_hash) VALUES ($1, 'x')`,
  role_grant: `INSERT INTO role_grant (account_id, role) VALUES ($1, 'teacher')`,
  second_factor: `INSERT INTO second_factor (account_id, sealed_secret) VALUES ($1, 'x')`,
  sign_in_request: `INSERT INTO sign_in_request (account_id, address_key, token_hash, code_hash, expires_at)
    VALUES ($1, 'x', 'x', 'x', now())`,
  session: `INSERT INTO session (account_id, secret_hash) VALUES ($1, 'x')`,
  topic_read: `${aTopic('w', 4)} INSERT INTO topic_read (account_id, topic_id, read_until) SELECT $1, id, now() FROM topic`,
  unlinked_answer: `INSERT INTO unlinked_answer (account_id, questionnaire_id)
    SELECT $1, id FROM questionnaire LIMIT 1`,
};

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi([AppModule], { identity: true });
});
afterAll(() => api.close());

test('of a deleted account nothing is left in any table of any domain', async () => {
  const named = await api.database.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'account_id' ORDER BY 1`,
  );
  expect(named.map(({ name }) => name)).toEqual([...Object.keys(ROWS), ...STAYS].toSorted());
  await api.database.query(
    `INSERT INTO consultation (slug, title, summary, opens_at, closes_at)
     VALUES ('x', 'x', 'x', now(), now() + interval '1 day')`,
  );
  await api.database.query(
    `INSERT INTO questionnaire (consultation_id, slug, title, opens_at, closes_at)
     SELECT id, 'x', 'x', opens_at, closes_at FROM consultation`,
  );
  const { id } = await anAccount(api);
  for (const row of Object.values(ROWS)) await api.database.query(row, [id]);
  const rowsLeft = async () => {
    const left: string[] = [];
    for (const table of Object.keys(ROWS)) {
      const rows = await api.database.query<unknown[]>(`SELECT 1 FROM ${table} WHERE account_id = $1`, [id]);
      if (rows.length > 0) left.push(table);
    }
    return left;
  };
  expect(await rowsLeft()).toEqual(Object.keys(ROWS));
  await api.database.query("UPDATE account SET deletion_due_at = now() - interval '1 second' WHERE id = $1", [
    id,
  ]);
  expect(await api.get(EndAccounts).endDue(new Date())).toEqual({ due: 1, deleted: 1, kept: 0 });
  expect(await rowsLeft()).toEqual([]);
});
