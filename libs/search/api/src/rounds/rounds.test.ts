import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ConsultationApiModule } from '@preau/consultation-api';
import { transaction } from '@preau/shared-api';
import { startTestApi, type TestActor, type TestApi } from '@preau/testing';
import type { SearchDocument } from '../documents/search-document';
import { SearchIndex } from '../documents/search-index';
import { SearchApiModule } from '../search-api.module';
import { STRETCH } from './compare-stretch';
import { SearchRounds } from './rounds.service';

let api: TestApi;
let index: SearchIndex;
/** What is to be found, as its domain keeps it. */
let objects: SearchDocument[] = [];
beforeAll(async () => {
  api = await startTestApi([ConsultationApiModule, SearchApiModule]);
  index = api.get(SearchIndex);
  index.registerSource('resource', {
    count: () => Promise.resolve(objects.length),
    page: (_, after, limit) =>
      Promise.resolve(objects.filter(({ objectId }) => after === null || objectId > after).slice(0, limit)),
  });
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.database.query('DELETE FROM search_round');
  await api.database.query('DELETE FROM search_document');
  objects = Array.from({ length: 2 * STRETCH + 10 }, (_, at) => anObject(`Ressource ${String(at)}`)).sort(
    (a, b) => (a.objectId < b.objectId ? -1 : 1),
  );
});

const anObject = (title: string): SearchDocument => ({
  kind: 'resource',
  objectId: randomUUID(),
  consultationId: null,
  themeId: null,
  academie: null,
  parentId: null,
  title,
  text: '',
  at: new Date('2026-11-20T10:00:00Z'),
});
const put = (documents: readonly SearchDocument[]) =>
  transaction(api.database, (tx) => index.put(tx, documents));

const staff: TestActor = { accountId: randomUUID(), roles: ['staff'] };
const VIEW = '{ id kind isCheck total done missing changed extra startedAt stoppedAt finishedAt }';
interface Round {
  readonly id: string;
  readonly done: number;
  readonly stoppedAt: string | null;
  readonly finishedAt: string | null;
}
type Result = { readonly round?: Round; readonly code?: string };
const begin = async (isCheck: boolean, kind = 'RESOURCE'): Promise<Result> => {
  const { data } = await api.graphql<{ beginSearchRound: Result }>(
    `mutation ($kind: SearchKind!, $isCheck: Boolean!) { beginSearchRound(kind: $kind, isCheck: $isCheck) {
      ... on SearchRoundStarted { round ${VIEW} } ... on SearchRoundRefused { code } } }`,
    { kind, isCheck },
    { as: staff },
  );
  return data!.beginSearchRound;
};
const stop = async (id: string): Promise<Result> => {
  const { data } = await api.graphql<{ stopSearchRound: Result }>(
    `mutation ($id: ID!) { stopSearchRound(id: $id) { ... on SearchRoundStarted { round ${VIEW} } ... on SearchRoundRefused { code } } }`,
    { id },
    { as: staff },
  );
  return data!.stopSearchRound;
};
const latest = async (): Promise<Round> => {
  const { data } = await api.graphql<{ searchRounds: { totalCount: number; edges: { node: Round }[] } }>(
    `{ searchRounds(first: 1) { totalCount edges { node ${VIEW} } } }`,
    {},
    { as: staff },
  );
  const [row] = await api.database.query<[{ count: number }]>('SELECT count(*)::int FROM search_round');
  expect(data!.searchRounds.totalCount).toBe(row.count);
  return data!.searchRounds.edges[0]!.node;
};
/** What the worker does, job after job. */
async function walk(id: string, steps = 3): Promise<void> {
  for (let step = 0; step < steps; step += 1) await api.get(SearchRounds).goOn(id);
}
async function round(isCheck: boolean): Promise<Round> {
  const { round: begun } = await begin(isCheck);
  await walk(begun!.id);
  return latest();
}

describe('a walk through all objects of a kind', () => {
  test('makes an empty index whole; checked again, it equals its objects', async () => {
    const count = objects.length;
    expect(await round(false)).toMatchObject({
      total: count,
      done: count,
      missing: count,
      changed: 0,
      extra: 0,
    });
    expect(await round(true)).toMatchObject({
      done: count,
      missing: 0,
      changed: 0,
      extra: 0,
      finishedAt: expect.any(String),
    });
  });

  test('finds what is missing, changed and too much, and only says so when it checks', async () => {
    await put(objects.slice(3));
    await put([{ ...objects[10]!, title: 'Autrement' }, anObject('De trop'), anObject('De trop aussi')]);
    const differences = { missing: 3, changed: 1, extra: 2 };
    expect(await round(true)).toMatchObject(differences);
    expect(await round(false)).toMatchObject(differences);
    expect(await round(true)).toMatchObject({ missing: 0, changed: 0, extra: 0 });
  });

  test('knows documents whose words were made otherwise', async () => {
    await put(objects);
    await api.database.query(`UPDATE search_document SET words = '' WHERE object_id = $1`, [
      objects[5]?.objectId,
    ]);
    expect(await round(false)).toMatchObject({ missing: 0, changed: 1, extra: 0 });
    expect(await round(true)).toMatchObject({ changed: 0 });
  });

  test('shows how far it is, and goes on where it was killed', async () => {
    const { round: begun } = await begin(false);
    await walk(begun!.id, 1);
    expect(await latest()).toMatchObject({ done: STRETCH, missing: STRETCH, finishedAt: null });
    const failing = index.source('resource')!;
    index.registerSource('resource', { ...failing, page: () => Promise.reject(new Error('killed')) });
    await expect(walk(begun!.id)).rejects.toThrow('killed');
    index.registerSource('resource', failing);
    await walk(begun!.id);
    expect(await latest()).toMatchObject({ done: objects.length, missing: objects.length });
    await walk(begun!.id);
    expect((await latest()).done).toBe(objects.length);
  });

  test('asks the worker to go on after each stretch, and no more at its end', async () => {
    const jobs = async () =>
      (
        await api.database.query<unknown[]>(
          `SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'search.round'`,
        )
      ).length;
    const before = await jobs();
    const { round: begun } = await begin(true);
    await walk(begun!.id, 3);
    expect(await jobs()).toBe(before + 3);
  });

  test('can be stopped: what it did stays', async () => {
    const { round: begun } = await begin(false);
    await walk(begun!.id, 1);
    expect(await stop(begun!.id)).toMatchObject({ round: { stoppedAt: expect.any(String) } });
    await walk(begun!.id);
    expect(await latest()).toMatchObject({ done: STRETCH, finishedAt: null });
    expect(await stop(begun!.id)).toEqual({ code: 'OVER' });
    expect(await round(true)).toMatchObject({ missing: objects.length - STRETCH });
  });

  test('is one at a time for a kind, and only of kinds that can be compared', async () => {
    const begun = await Promise.all(Array.from({ length: 5 }, () => begin(true)));
    expect(begun.filter(({ code }) => code === 'UNDER_WAY')).toHaveLength(4);
    expect(await begin(true, 'EVENT')).toEqual({ code: 'NO_SOURCE' });
    expect(await stop('rien')).toEqual({ code: 'UNKNOWN_ROUND' });
  });

  test('is written down', async () => {
    const { round: begun } = await begin(true);
    await stop(begun!.id);
    const entries = await api.database.query<{ action: string }[]>(
      'SELECT action FROM audit_entry WHERE object = $1 ORDER BY rank',
      [`search-round:${begun!.id}`],
    );
    expect(entries.map(({ action }) => action)).toEqual(['search.round', 'search.round-stop']);
  });

  test('leaves alone what is written while it walks: its stretch is tried again', async () => {
    await put(objects);
    const [first] = objects;
    const usual = index.source('resource')!;
    index.registerSource('resource', {
      ...usual,
      page: async (tx, after, limit) => {
        const page = await usual.page(tx, after, limit);
        await tx.query('SELECT 1 FROM search_document LIMIT 1');
        await transaction(api.database, (other) =>
          index.remove(other, [{ kind: 'resource', objectId: first!.objectId }]),
        );
        return page;
      },
    });
    const { round: begun } = await begin(false);
    await expect(walk(begun!.id, 1)).rejects.toThrow(/could not serialize/);
    index.registerSource('resource', usual);
    objects = objects.slice(1);
    await walk(begun!.id);
    expect(await latest()).toMatchObject({ done: objects.length, missing: 0, changed: 0, extra: 0 });
  });
});
