import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import register from '@preau/data/processings.json' with { type: 'json' };
import { FORUM_DRAFT_DAYS } from '@preau/forum-domain';
import {
  CONNECTION_DAYS,
  DATA_EXPORT_DAYS,
  DELETED_NAME,
  DELETION_DAYS,
  idleLimitMs,
  LONGEST_IDLE_MS,
  SIGN_IN_KEPT_HOURS,
  SIGN_IN_MINUTES,
} from '@preau/identity-domain';
import { NOTIFICATION_DAYS } from '@preau/notifications-api';
import { DEVICE_TOKEN_DAYS, DRAFT_DAYS, QuestionnaireWorker } from '@preau/questionnaire-api';
import { SENT_MAIL_DAYS } from '@preau/shared-api';
import { anAccount, startTestApi, type TestApi } from '@preau/testing';
import { AppModule } from './app.module';

const HOUR = 3_600_000;
const staffIdle = idleLimitMs([{ role: 'staff', territory: null }]);

/** What the register promises, in its words made of the numbers the code goes by. */
const PROMISES: readonly (readonly [string, string])[] = [
  ['drafts', `${DRAFT_DAYS} jours après le dernier enregistrement`],
  ['device-token', `${DEVICE_TOKEN_DAYS} jours après la clôture`],
  ['accounts', `${DELETION_DAYS} jours plus tard`],
  ['accounts', `${DEVICE_TOKEN_DAYS} jours après la clôture`],
  ['accounts', `« ${DELETED_NAME} »`],
  ['sign-in', `pendant ${SIGN_IN_MINUTES} minutes`],
  // Cleared twice an hour.
  ['sign-in', `au plus tard ${SIGN_IN_KEPT_HOURS + 1} heures après`],
  ['sign-in', `après ${LONGEST_IDLE_MS / HOUR} heures sans activité`],
  ['sign-in', staffIdle === HOUR ? 'une heure pour les équipes' : `${staffIdle}`],
  ['forum', `Un brouillon : ${FORUM_DRAFT_DAYS} jours après le dernier enregistrement`],
  ['notifications', `Les notifications : ${NOTIFICATION_DAYS} jours`],
  ['notifications', `sans adresse ni contenu : ${SENT_MAIL_DAYS} jours`],
  ['connection', `Pour ce qui est publié : ${CONNECTION_DAYS} jours`],
  ['rights', `Le fichier préparé : ${DATA_EXPORT_DAYS} jours`],
];

test.each(PROMISES)('the register says of %s: « %s »', (code, promise) => {
  const processing = register.processings.find((one) => one.code === code);
  expect(processing?.retention.replaceAll('\u00a0', ' ')).toContain(promise);
});

test('every number of a retention is one of these', () => {
  const promised = new Map<string, string>();
  for (const [code, promise] of PROMISES) promised.set(code, `${promised.get(code) ?? ''} ${promise}`);
  for (const { code, retention } of register.processings) {
    const numbers: readonly string[] = retention.match(/\d+/g) ?? [];
    const known: readonly string[] = promised.get(code)?.match(/\d+/g) ?? [];
    expect([code, numbers.filter((number) => !known.includes(number))]).toEqual([code, []]);
  }
});

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi([AppModule], { identity: true });
});
afterAll(() => api.close());

test('what stops a second answer goes thirty days after their questionnaire has closed, not before', async () => {
  const account = await anAccount(api);
  const [consultation] = await api.database.query<{ id: string }[]>(
    `INSERT INTO consultation (slug, title, summary, opens_at, closes_at)
     VALUES ('x', 'x', 'x', now() - interval '90 days', now()) RETURNING id`,
  );
  for (const days of [29, 31]) {
    const id = randomUUID();
    await api.database.query(
      `INSERT INTO questionnaire (id, consultation_id, slug, title, opens_at, closes_at)
       VALUES ($1, $2, $3, 'x', now() - interval '80 days', now() - make_interval(days => $4))`,
      [id, consultation!.id, `x-${days}`, days],
    );
    await api.database.query(
      "INSERT INTO participation_token (questionnaire_id, token_hash) VALUES ($1, 'x')",
      [id],
    );
    await api.database.query('INSERT INTO unlinked_answer (account_id, questionnaire_id) VALUES ($1, $2)', [
      account.id,
      id,
    ]);
  }
  await api.get(QuestionnaireWorker).deleteOldTokens(new Date());
  for (const table of ['participation_token', 'unlinked_answer']) {
    const left = await api.database.query<unknown[]>(
      `SELECT q.slug FROM ${table} t JOIN questionnaire q ON q.id = t.questionnaire_id`,
    );
    expect([table, left]).toEqual([table, [{ slug: 'x-29' }]]);
  }
});
