import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { transaction } from '@preau/shared-api';
import { startTestApi, statementsDuring, type TestApi } from '@preau/testing';
import { ConsultationApiModule } from './consultation-api.module';
import { ConsultationsService } from './consultations.service';
import { loadConsultation, type ConsultationToLoad } from './load-consultation';

const PAGE = `query ($slug: String!) { consultation(slug: $slug) {
  slug title summary presentation opensAt closesAt phase daysLeft reportedAt report demonstrationNote
  themes { slug position title shortTitle summary problem challenges accent pictogram }
  partners { name }
  participation { responses posts participants events syntheses asOf }
} }`;
const HOUR = 3_600_000;

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi([ConsultationApiModule]);
});
afterAll(() => api.close());
beforeEach(() => api.database.query('DELETE FROM consultation'));

type Dates = { opens: number; closes: number; reported?: number };

/** A consultation with two themes and two partners; dates in hours from now. */
function aConsultation(slug: string, { opens, closes, reported }: Dates): ConsultationToLoad {
  const inHours = (hours: number) => new Date(Date.now() + hours * HOUR);
  const theme = (position: number) => ({
    slug: `theme-${position}`,
    position,
    title: `Thème ${position}`,
    shortTitle: `T${position}`,
    summary: 'Résumé',
    problem: 'Problème ?',
    challenges: ['Un défi'],
    accent: 'green-emeraude',
    pictogram: 'Book',
  });
  return {
    consultation: {
      slug,
      title: `Concertation ${slug}`,
      summary: 'Résumé',
      presentation: ['Un.', 'Deux.'],
      opensAt: inHours(opens),
      closesAt: inHours(closes),
      reportedAt: reported === undefined ? null : inHours(reported),
      report: ['Bilan.'],
      demonstrationNote: null,
    },
    // Out of order, as a file may be.
    themes: [theme(2), theme(1)],
    partners: [
      { position: 2, name: 'Association B' },
      { position: 1, name: 'Association A' },
    ],
    participation: null,
  };
}

const load = (given: ConsultationToLoad) => transaction(api.database, (tx) => loadConsultation(tx, given));

describe('consultation', () => {
  test('shows an open edition with its parts in order, and no report yet', async () => {
    const given = aConsultation('ouverte', { opens: -48, closes: 72 });
    await load(given);
    const { data } = await api.graphql(PAGE, { slug: 'ouverte' });
    expect(data?.['consultation']).toMatchObject({
      title: 'Concertation ouverte',
      presentation: ['Un.', 'Deux.'],
      opensAt: given.consultation.opensAt.toISOString(),
      phase: 'OPEN',
      daysLeft: expect.any(Number),
      report: [],
      themes: [{ position: 1, challenges: ['Un défi'] }, { position: 2 }],
      partners: [{ name: 'Association A' }, { name: 'Association B' }],
      participation: { responses: 0, posts: 0, participants: 0, events: 0, syntheses: 0 },
    });
  });

  test.each<[string, Dates, object]>([
    ['to come', { opens: 24, closes: 72 }, { phase: 'UPCOMING', daysLeft: null, report: [] }],
    ['closed', { opens: -72, closes: -1 }, { phase: 'CLOSED', daysLeft: null, report: [] }],
    [
      'closed, its report to be published',
      { opens: -72, closes: -24, reported: 1 },
      { phase: 'CLOSED', report: [] },
    ],
    [
      'reported',
      { opens: -72, closes: -24, reported: -1 },
      { phase: 'REPORTED', daysLeft: null, report: ['Bilan.'] },
    ],
  ])('%s', async (_, dates, expected) => {
    await load(aConsultation('une', dates));
    const { data } = await api.graphql(PAGE, { slug: 'une' });
    expect(data?.['consultation']).toMatchObject(expected);
  });

  test.each(['inconnue', '', "' OR 1=1 --"])('is null for %j', async (slug) => {
    expect((await api.graphql(PAGE, { slug })).data).toEqual({ consultation: null });
  });

  test('is answered from ready bytes for a few seconds', async () => {
    await load(aConsultation('vue', { opens: -1, closes: 1 }));
    const url = `${api.url}/graphql?query=${encodeURIComponent('{ consultation(slug: "vue") { title } }')}`;
    const read = async () => (await fetch(url, { headers: { 'apollo-require-preflight': 'true' } })).text();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now());
    const first = await read();
    expect(first).toContain('Concertation vue');
    expect(await statementsDuring(api.database, async () => expect(await read()).toBe(first))).toEqual([]);
    clock.mockRestore();
  });
});

describe('consultations', () => {
  const LIST =
    '{ consultations { slug phase themes { slug } partners { name } participation { responses } } }';

  test('puts open ones first, then those to come, then the latest', async () => {
    await load(aConsultation('ancienne', { opens: -96, closes: -72, reported: -48 }));
    await load(aConsultation('recente', { opens: -96, closes: -24 }));
    await load(aConsultation('bientot', { opens: 24, closes: 72 }));
    await load(aConsultation('ouverte', { opens: -24, closes: 72 }));
    const { data } = await api.graphql<{ consultations: { slug: string }[] }>(LIST);
    expect(data?.consultations.map(({ slug }) => slug)).toEqual([
      'ouverte',
      'bientot',
      'recente',
      'ancienne',
    ]);
  });

  test('takes four queries, however many there are', async () => {
    for (const slug of ['a', 'b', 'c', 'd', 'e']) await load(aConsultation(slug, { opens: -24, closes: 72 }));
    const statements = await statementsDuring(api.database, () => api.graphql(LIST));
    expect(statements).toHaveLength(4);
  });
});

describe('loading an edition', () => {
  test('again changes nothing, and keeps what points at its parts', async () => {
    const given = aConsultation('stable', { opens: -24, closes: 72 });
    const rows = async () =>
      api.database.query(
        'SELECT c AS consultation, t AS theme, p AS partner FROM consultation c, theme t, partner p ORDER BY t.id, p.id',
      );
    const id = await load(given);
    const before = await rows();
    expect(await load(given)).toBe(id);
    expect(await rows()).toEqual(before);
  });

  test('takes corrections', async () => {
    const given = aConsultation('corrigee', { opens: -24, closes: 72 });
    await load(given);
    await load({ ...given, consultation: { ...given.consultation, title: 'Mieux dit' } });
    const { data } = await api.graphql(PAGE, { slug: 'corrigee' });
    expect(data?.['consultation']).toMatchObject({ title: 'Mieux dit' });
  });
});

describe('the figure of responses', () => {
  const asOf = new Date('2026-11-22T10:00:00Z');
  const setResponses = (id: string, responses: number) =>
    transaction(api.database, (tx) => api.get(ConsultationsService).setResponses(tx, id, responses, asOf));
  const figures = async (slug: string) =>
    (await api.graphql<{ consultation: { participation: object } }>(PAGE, { slug })).data?.consultation
      .participation;

  test('is set and set again, with its date, the others untouched', async () => {
    const id = await load(aConsultation('comptee', { opens: -24, closes: 72 }));
    await setResponses(id, 22);
    await api.database.query('UPDATE participation SET events = 3');
    await setResponses(id, 33);
    expect(await figures('comptee')).toMatchObject({ responses: 33, events: 3, asOf: asOf.toISOString() });
  });

  test('of a reported edition is that of its report for good', async () => {
    const reported = { responses: 26_839, posts: 2_000, participants: 0, events: 350, syntheses: 0, asOf };
    const given = aConsultation('rapportee', { opens: -72, closes: -24, reported: -1 });
    const id = await load({ ...given, participation: reported });
    await setResponses(id, 600);
    expect(await figures('rapportee')).toMatchObject({ responses: 26_839, posts: 2_000, events: 350 });
  });

  test('of an unknown consultation is no figure', async () => {
    await setResponses('01939f6e-0000-7000-8000-000000000000', 11);
    expect(await api.database.query('SELECT * FROM participation')).toEqual([]);
  });
});
