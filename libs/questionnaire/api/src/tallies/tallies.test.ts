import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '@preau/testing';
import type { Answers } from '@preau/questionnaire-domain';
import { QuestionnaireApiModule } from '../questionnaire-api.module';
import { replaceAnswers } from '../responses/response.queries';
import { recount, RecountUnderWay } from '../recount/recount';
import { beginRecount, endRecount } from '../recount/recount.queries';
import {
  aResponse,
  amend,
  cutAt,
  differences,
  inSlice,
  lockForAmendment,
  responses,
} from '../tally-test-data';
import { aQuestionnaire, daysFromNow, type TestQuestionnaire } from '../test-data';
import { TalliesService } from './tallies.service';

let api: TestApi;
let form: TestQuestionnaire;
let tallies: TalliesService;

beforeAll(async () => {
  api = await startTestApi([QuestionnaireApiModule]);
  tallies = api.get(TalliesService);
});
afterAll(() => api.close());
beforeEach(async () => {
  form = await aQuestionnaire(api);
});

const teacher = { role: 'teacher', training: 4, tools: ['tablet', 'computer'] } satisfies Answers;
const parent = {
  role: 'parent',
  academie: { level: 'academie', code: '07' },
  tools: ['none'],
  idea: 'Une idée',
} satisfies Answers;
const pupil = { role: 'pupil' } satisfies Answers;
const everyone: Answers[] = [teacher, parent, pupil];

async function talliedAt(): Promise<Date | undefined> {
  const [row] = await api.database.query<{ at: Date }[]>(
    'SELECT tallied_at AS at FROM result_state WHERE questionnaire_id = $1',
    [form.id],
  );
  return row?.at;
}
async function storedCount(): Promise<number> {
  const [row] = await api.database.query<{ n: number }[]>(
    'SELECT count(*)::int AS n FROM response WHERE questionnaire_id = $1',
    [form.id],
  );
  return row?.n ?? 0;
}
const amendNow = (id: string, answers: Answers) =>
  api.database.transaction((tx) => amend(tx, form, id, answers));

describe('a batch', () => {
  test('counts what waits into every slice, once', async () => {
    await responses(api, form, 3, teacher);
    await responses(api, form, 2, parent);
    await tallies.countWaiting();
    await tallies.countWaiting();
    expect(await inSlice(api, form, '')).toBe(5);
    expect(await inSlice(api, form, 'role=teacher')).toBe(3);
    expect(await inSlice(api, form, 'role=parent;academie=07')).toBe(2);
    expect(await inSlice(api, form, 'academie=_')).toBe(3);
    expect(await differences(api, form)).toEqual([]);
  });

  test('moves an amended answer from one cell to another, whether it was counted before or not', async () => {
    const counted = await aResponse(api, form, teacher);
    await tallies.countWaiting();
    const waiting = await aResponse(api, form, teacher);
    for (const id of [counted, waiting]) {
      await amendNow(id, pupil);
      await amendNow(id, parent);
    }
    await tallies.countWaiting();
    expect(await inSlice(api, form, 'role=teacher')).toBe(0);
    expect(await inSlice(api, form, 'role=pupil')).toBe(0);
    expect(await inSlice(api, form, 'role=parent;academie=07')).toBe(2);
    expect(await differences(api, form)).toEqual([]);
  });

  test('takes no more than its size, and says it is complete only when it is', async () => {
    await responses(api, form, 5, teacher);
    expect(await tallies.countBatch(form.id, 3)).toBe(3);
    expect((await talliedAt())?.getTime()).toBe(0);
    expect(await tallies.countBatch(form.id, 3)).toBe(2);
    expect((await talliedAt())?.getTime()).toBeGreaterThan(0);
    expect(await inSlice(api, form, '')).toBe(5);
  });

  test('goes on saying as of when while nothing comes in', async () => {
    await tallies.countWaiting();
    const before = await talliedAt();
    await tallies.countWaiting();
    const after = await talliedAt();
    expect(before).toBeDefined();
    expect(after?.getTime()).toBeGreaterThan(before?.getTime() ?? Infinity);
  });
});

test('a questionnaire that closed is up to date once for all', async () => {
  form = await aQuestionnaire(api, { opensAt: daysFromNow(-9), closesAt: daysFromNow(-8) });
  await tallies.countWaiting();
  const once = await talliedAt();
  await tallies.countWaiting();
  expect(once?.getTime()).toBeGreaterThan(daysFromNow(-1).getTime());
  expect(await talliedAt()).toEqual(once);
});

describe('killed before any of its statements', () => {
  test('a batch neither loses nor doubles', async () => {
    const amended = await responses(api, form, 12, teacher);
    await tallies.countWaiting();
    let nth = 1;
    for (let wasCut = true; wasCut; nth += 1) {
      for (const answers of everyone) await responses(api, form, 2, answers);
      const id = amended[nth % amended.length];
      if (id) await amendNow(id, everyone[nth % everyone.length] ?? pupil);
      wasCut = await cutAt(api, nth, () => tallies.countBatch(form.id));
      expect(await differences(api, form)).toEqual([]);
    }
    // Far enough to have met the writing of slices, days, waiting list and the commit.
    expect(nth).toBeGreaterThan(10);
    await tallies.countWaiting();
    expect(await inSlice(api, form, '')).toBe(await storedCount());
    expect(await differences(api, form)).toEqual([]);
  });
});

describe('beside amendments', () => {
  test('an amendment that holds its place in the queue is left for later, and the tallies do not claim to hold it', async () => {
    const id = await aResponse(api, form, teacher);
    const runner = api.database.createQueryRunner();
    await runner.startTransaction();
    await amend(runner.manager, form, id, parent);
    const other = await aResponse(api, form, pupil);
    expect(await tallies.countBatch(form.id)).toBe(1);
    expect((await talliedAt())?.getTime()).toBe(0);
    await runner.commitTransaction();
    await runner.release();
    await tallies.countWaiting();
    expect(await inSlice(api, form, 'role=parent')).toBe(1);
    expect(await inSlice(api, form, 'role=teacher')).toBe(0);
    expect(other).toBeDefined();
    expect(await differences(api, form)).toEqual([]);
  });

  test('an amendment overtaken by the batch takes away the very answers that were counted', async () => {
    const id = await aResponse(api, form, teacher);
    const runner = api.database.createQueryRunner();
    await runner.startTransaction();
    const earlier = await lockForAmendment(runner.manager, id);
    expect(await tallies.countBatch(form.id)).toBe(1);
    await replaceAnswers(runner.manager, id, form.id, earlier, {
      clean: { answers: pupil, skipped: ['academie', 'tools', 'idea'] },
      profile: { role: 'pupil', academie: '_', level: '_' },
    });
    await runner.commitTransaction();
    await runner.release();
    expect(await differences(api, form)).toEqual([]);
    await tallies.countWaiting();
    expect(await inSlice(api, form, 'role=pupil')).toBe(1);
    expect(await inSlice(api, form, 'role=teacher')).toBe(0);
    expect(await differences(api, form)).toEqual([]);
  });

  test('several workers and many amendments at once still count everything once', async () => {
    const ids = await responses(api, form, 20, teacher);
    const workers = [new TalliesService(api.database), new TalliesService(api.database)];
    let isDone = false;
    const counting = workers.map(async (worker) => {
      while (!isDone) await worker.countBatch(form.id, 7);
    });
    const people = ids.slice(0, 4).map(async (_, person) => {
      for (let turn = 0; turn < 15; turn += 1) {
        const id = ids[(person * 5 + turn) % ids.length] ?? '';
        await amendNow(id, everyone[(person + turn) % everyone.length] ?? pupil);
        if (turn % 3 === 0) await aResponse(api, form, everyone[turn % everyone.length] ?? pupil);
      }
    });
    await Promise.all(people);
    isDone = true;
    await Promise.all(counting);
    await tallies.countWaiting();
    expect(await inSlice(api, form, '')).toBe(await storedCount());
    expect(await differences(api, form)).toEqual([]);
  });
});

describe('counting again', () => {
  test('takes waiting responses for what they are', async () => {
    const counted = await responses(api, form, 3, teacher);
    await tallies.countWaiting();
    await responses(api, form, 2, parent);
    await amendNow(counted[0] ?? '', pupil);
    expect(await differences(api, form)).toEqual([]);
  });

  test('finds what is wrong, and mends it beside responses that come in', async () => {
    await responses(api, form, 6, teacher);
    await responses(api, form, 5, parent);
    await tallies.countWaiting();
    await api.database.query(
      `UPDATE result_slice SET responses = 9, counts = '[9, 1]' WHERE questionnaire_id = $1 AND slice = 'role=teacher'`,
      [form.id],
    );
    await api.database.query(`DELETE FROM result_slice WHERE questionnaire_id = $1 AND slice = ''`, [
      form.id,
    ]);
    await api.database.query('UPDATE response_day SET responses = 2 WHERE questionnaire_id = $1', [form.id]);
    const found = await differences(api, form);
    expect(found).toContainEqual({
      table: 'result_slice',
      of: 'role=teacher',
      count: 'n',
      stored: 9,
      expected: 6,
    });
    expect(found).toContainEqual({
      table: 'response_day',
      of: '2026-11-22',
      count: 'responses',
      stored: 2,
      expected: 11,
    });
    expect(await inSlice(api, form, 'role=teacher')).toBe(9);

    await responses(api, form, 4, pupil);
    const report = await recount(api.database, form.id, { check: false });
    expect(report.responses).toBe(11);
    await tallies.countWaiting();
    expect(await inSlice(api, form, '')).toBe(15);
    expect(await differences(api, form)).toEqual([]);
  });

  test('is done by one at a time', async () => {
    await responses(api, form, 1, teacher);
    await tallies.countWaiting();
    const runner = api.database.createQueryRunner();
    expect(await beginRecount(runner, form.id)).toBe(true);
    await expect(recount(api.database, form.id, { check: true })).rejects.toThrow(RecountUnderWay);
    await endRecount(runner, form.id);
    await runner.release();
    expect(await differences(api, form)).toEqual([]);
  });
});
