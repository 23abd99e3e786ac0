import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ConsultationApiModule } from '@preau/consultation-api';
import { IdentityApiModule } from '@preau/identity-api';
import { QuestionnaireApiModule } from '@preau/questionnaire-api';
import { startTestApi, type TestApi } from '@preau/testing';
import { loadDemonstration } from './demo-load';

const EDITIONS = `{ consultations {
  slug phase daysLeft opensAt closesAt demonstrationNote report
  themes { slug challenges } partners { name } participation { responses posts events asOf }
} }`;
const DAY = 86_400_000;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ConsultationApiModule, QuestionnaireApiModule], {
    identity: true,
  });
});
afterAll(() => api.close());

interface Edition {
  slug: string;
  opensAt: string;
  closesAt: string;
}
const editions = async () =>
  (await api.graphql<{ consultations: Edition[] }>(EDITIONS)).data?.consultations ?? [];
async function load(now: Date) {
  const lines: string[] = [];
  await loadDemonstration(api.database, now, (line) => lines.push(line));
  return lines;
}

test('the demonstration is loaded once, kept while open, and begun anew when it would have closed', async () => {
  const now = new Date();
  const lines = await load(now);
  expect(lines[0]).toBe('Comptes : 6 comptes créés');

  const [open, past] = await editions();
  expect(open).toMatchObject({
    slug: 'numerique-2015',
    phase: 'OPEN',
    daysLeft: expect.any(Number),
    report: [],
    participation: { responses: 0 },
  });
  expect(open).toHaveProperty('themes.length', 5);
  expect(open).toHaveProperty('partners.length', 11);
  expect(open).toHaveProperty('demonstrationNote', expect.stringMatching(/du 20\sjanvier au 9\smars\s2015/));
  expect(past).toMatchObject({
    slug: 'etats-generaux-2020',
    phase: 'REPORTED',
    opensAt: '2020-09-08T22:00:00.000Z',
    closesAt: '2020-10-10T21:59:59.000Z',
    report: [expect.stringMatching(/40\spropositions finales/)],
    participation: { responses: 26_839, posts: 2_000, events: 350, asOf: '2020-10-10T21:59:59.000Z' },
  });
  expect(past).toHaveProperty('themes.length', 5);

  const counts = () =>
    api.database.query(
      `SELECT (SELECT count(*) FROM account) AS accounts, (SELECT count(*) FROM role_grant) AS grants,
         (SELECT count(*) FROM theme) AS themes, (SELECT count(*) FROM partner) AS partners,
         (SELECT count(*) FROM questionnaire_version) AS versions, (SELECT count(*) FROM response) AS responses`,
    );
  const before = await counts();
  expect((await load(new Date(now.getTime() + 5 * DAY)))[0]).toBe('Comptes : déjà là');
  expect(await editions()).toEqual([open, past]);
  expect(await counts()).toEqual(before);

  await load(new Date(now.getTime() + 40 * DAY));
  const [again] = await editions();
  expect(Date.parse(again?.opensAt ?? '')).toBeGreaterThan(Date.parse(open?.opensAt ?? ''));
  expect(Date.parse(again?.closesAt ?? '')).toBeGreaterThan(now.getTime() + 60 * DAY);
});

test('each edition has its questionnaire, open as long as it is, and its made-up answers', async () => {
  const questionnaires = await api.database.query(
    `SELECT c.slug AS consultation, q.slug, q.status, q.current_version AS version,
       (q.opens_at, q.closes_at) = (c.opens_at, c.closes_at) AS together,
       (SELECT count(*)::int FROM response WHERE questionnaire_id = q.id AND channel = 'generated') AS responses
     FROM questionnaire q JOIN consultation c ON c.id = consultation_id ORDER BY 1 DESC`,
  );
  expect(questionnaires).toEqual([
    {
      consultation: 'numerique-2015',
      slug: 'votre-avis',
      status: 'PUBLISHED',
      version: 1,
      together: true,
      responses: 2_000,
    },
    {
      consultation: 'etats-generaux-2020',
      slug: 'votre-experience',
      status: 'CLOSED',
      version: 1,
      together: true,
      responses: 1_000,
    },
  ]);
});

test('a school of each kind stands in every académie', async () => {
  const rows = await api.database.query<unknown[]>(
    `SELECT count(DISTINCT academie)::int AS academies, count(*)::int AS schools, count(DISTINCT kind)::int AS kinds
     FROM establishment`,
  );
  expect(rows).toEqual([{ academies: 30, schools: 90, kinds: 3 }]);
});

test('each account that one signs in to has its role', async () => {
  const roles = await api.database.query(
    `SELECT split_part(email, '@', 1) AS name, role, territory_level AS level, territory_code AS code
     FROM account a JOIN role_grant g ON g.account_id = a.id WHERE email IS NOT NULL ORDER BY email`,
  );
  expect(roles).toEqual([
    { name: 'admin', role: 'admin', level: null, code: null },
    { name: 'coordination', role: 'coordinator', level: 'academie', code: '70' },
    { name: 'enseignante', role: 'teacher', level: null, code: null },
    { name: 'ministere', role: 'staff', level: null, code: null },
    { name: 'moderation', role: 'moderator', level: null, code: null },
    { name: 'participant', role: 'participant', level: null, code: null },
  ]);
});
