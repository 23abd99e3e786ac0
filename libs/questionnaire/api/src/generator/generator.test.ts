import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Consultation } from '@preau/consultation-api';
import { startTestApi, type TestApi } from '@preau/testing';
import { QuestionnaireApiModule } from '../questionnaire-api.module';
import { cutAt, differences, inSlice } from '../tally-test-data';
import { aQuestionnaire, daysFromNow, smallDefinition, type TestQuestionnaire } from '../test-data';
import { generateResponses } from './generate-responses';
import { loadQuestionnaire, type QuestionnaireToLoad } from './load-questionnaire';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi([QuestionnaireApiModule]);
});
afterAll(() => api.close());

const silent = () => undefined;

describe('made-up responses', () => {
  let form: TestQuestionnaire;
  beforeEach(async () => {
    form = await aQuestionnaire(api, { opensAt: daysFromNow(-10), closesAt: daysFromNow(10) });
  });
  const generate = (count: number, seed = 1) => generateResponses(api.database, form.id, count, seed, silent);

  test('come with their tallies, and only once', async () => {
    expect(await generate(40)).toBe(40);
    expect(await generate(40)).toBe(0);
    expect(await generate(60)).toBe(20);
    expect(await inSlice(api, form, '')).toBe(60);
    expect(await differences(api, form)).toEqual([]);
  });

  test('are others from another seed', async () => {
    await generate(20, 1);
    expect(await generate(20, 2)).toBe(20);
  });

  test('are marked as such, and fall between opening and today', async () => {
    await generate(200);
    const rows = await api.database.query<unknown[]>(
      `SELECT DISTINCT channel, day BETWEEN current_date - 11 AND current_date + 1 AS "isInTime"
       FROM response WHERE questionnaire_id = $1`,
      [form.id],
    );
    expect(rows).toEqual([{ channel: 'generated', isInTime: true }]);
  });

  test('interrupted before any statement, are completed by the next run', async () => {
    let nth = 1;
    let count = 0;
    for (let wasCut = true; wasCut; nth += 1) {
      count += 15;
      wasCut = await cutAt(api, nth, () => generate(count));
      expect(await differences(api, form)).toEqual([]);
      await generate(count);
      expect(await inSlice(api, form, '')).toBe(count);
    }
    expect(nth).toBeGreaterThan(5);
    expect(await differences(api, form)).toEqual([]);
  });

  test('need a published questionnaire', async () => {
    await expect(
      generateResponses(api.database, '00000000-0000-4000-8000-000000000000', 1, 1, silent),
    ).rejects.toThrow("n'existe pas");
  });
});

describe('a questionnaire that is loaded', () => {
  let consultationId: string;
  beforeAll(async () => {
    const { identifiers } = await api.database.manager.insert(Consultation, {
      slug: 'chargee',
      title: 'Une concertation',
      summary: 'Un résumé',
      opensAt: daysFromNow(-1),
      closesAt: daysFromNow(1),
    });
    consultationId = String(identifiers[0]?.['id']);
  });

  const load = (given: Partial<QuestionnaireToLoad> = {}) =>
    loadQuestionnaire(api.database, {
      consultationId,
      slug: 'questionnaire',
      title: 'Un essai',
      definition: smallDefinition,
      opensAt: daysFromNow(-1),
      closesAt: daysFromNow(1),
      status: 'PUBLISHED',
      ...given,
    });
  const versionOf = async (id: string) => {
    const { data } = await api.graphql<{ questionnaire: { version: number; title: string } }>(
      'query ($id: ID!) { questionnaire(id: $id) { version title definition } }',
      { id },
    );
    return data?.questionnaire;
  };

  test('keeps its id and version until its definition changes', async () => {
    const id = await load();
    expect(await load({ title: 'Un autre titre' })).toBe(id);
    expect(await versionOf(id)).toMatchObject({ version: 1, title: 'Un autre titre' });
    await load({ definition: { ...smallDefinition, title: 'Deuxième version' } });
    await load({ definition: { ...smallDefinition, title: 'Deuxième version' } });
    const versions = await api.database.query<unknown[]>(
      'SELECT version FROM questionnaire_version WHERE questionnaire_id = $1 ORDER BY version',
      [id],
    );
    expect(versions).toEqual([{ version: 1 }, { version: 2 }]);
  });

  test('is refused when its definition has a fault', async () => {
    await expect(load({ definition: { title: 'Sans section' } })).rejects.toThrow('sections');
  });
});
