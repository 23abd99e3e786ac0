import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { GraphQLFailure } from '@preau/graphql';
import { DraftSaver } from './draft-saver';
import { DraftStore } from './draft-store';
import { memoryStorage } from './memory-storage';
import type { AnsweringServer, SaveOutcome } from './operations';

type Server = Pick<AnsweringServer, 'saveDraft' | 'readDraft'>;
type Saving = Parameters<Server['saveDraft']>[0];
const stops: (() => void)[] = [];

/** A server that keeps one draft, by the rules of the real one. */
function aServer(ownToken?: string) {
  let hasSession = true;
  const drafts = new Map<string, { revision: number; answers: Saving['answers'] }>();
  const calls: Saving[] = [];
  let failure: GraphQLFailure | null = null;
  let refusal: SaveOutcome | null = null;
  const savedAt = '2026-11-22T09:42:00.000Z';
  const server: Server = {
    saveDraft: (input) => {
      calls.push(input);
      if (failure) return Promise.reject(failure);
      if (refusal) return Promise.resolve(refusal);
      const kept = input.token === null ? undefined : drafts.get(input.token);
      const isBegun = hasSession && input.token === ownToken && input.revision === null;
      if (input.token !== null && !kept && !isBegun) return Promise.resolve(refused('UNKNOWN_DRAFT'));
      if (kept && kept.revision !== input.revision) return Promise.resolve(refused('STALE_REVISION'));
      const token = input.token ?? `token-${String(drafts.size + 1)}`;
      const revision = (kept?.revision ?? 0) + 1;
      drafts.set(token, { revision, answers: input.answers });
      return Promise.resolve({ __typename: 'DraftSaved', token, revision, savedAt });
    },
    readDraft: (token) => {
      const kept = drafts.get(token);
      return Promise.resolve(kept ? { ...kept, questionnaireId: 'q', savedAt } : null);
    },
  };
  return {
    server,
    drafts,
    calls,
    fail: (code: string | null) => void (failure = code === null ? null : new GraphQLFailure(code, code)),
    endSession: () => void (hasSession = false),
    refuse: (outcome: SaveOutcome | null) => void (refusal = outcome),
  };
}
function refused(
  code: Extract<SaveOutcome, { __typename: 'DraftRefused' }>['code'],
  limit: number | null = null,
) {
  return { __typename: 'DraftRefused' as const, code, keptRevision: null, limit };
}

function aDevice({ server }: ReturnType<typeof aServer>, memory = memoryStorage(), ownToken?: string) {
  const store = new DraftStore({ storage: memory.storage, key: 'draft', questionnaireId: 'q', version: 1 });
  const saver = new DraftSaver({ store, server, ownToken, random: () => 1 });
  stops.push(store.start(), saver.start());
  return { store, saver, memory };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  jest.useRealTimers();
});

describe('saving on the server', () => {
  test('waits for a pause in typing, then saves once', async () => {
    const remote = aServer();
    const { store, saver } = aDevice(remote);
    store.answer('idea', 'D');
    await jest.advanceTimersByTimeAsync(2_000);
    store.answer('idea', 'De');
    await jest.advanceTimersByTimeAsync(2_900);
    expect(remote.calls).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(200);
    expect(remote.calls).toMatchObject([{ token: null, revision: null, answers: { idea: 'De' } }]);
    expect(saver.getStatus()).toEqual({ kind: 'SAVED', at: '2026-11-22T09:42:00.000Z' });
    expect(store.getState().record?.server).toMatchObject({ token: 'token-1', revision: 1 });
  });

  test('goes on from the revision it knows, and does not save what is saved', async () => {
    const remote = aServer();
    const { store, saver } = aDevice(remote);
    store.answer('idea', 'un');
    await saver.save();
    await saver.save();
    store.answer('idea', 'deux');
    await saver.save();
    expect(remote.calls.map(({ token, revision }) => [token, revision])).toEqual([
      [null, null],
      ['token-1', 1],
    ]);
  });

  test('two saves asked for at once are one after the other', async () => {
    const remote = aServer();
    const { store, saver } = aDevice(remote);
    store.answer('idea', 'un');
    await Promise.all([saver.save(), saver.save()]);
    expect(remote.calls).toHaveLength(1);
  });

  test('a cut is waited out, at longer and longer intervals', async () => {
    const remote = aServer();
    const { store, saver } = aDevice(remote);
    remote.fail('OFFLINE');
    store.answer('idea', 'un');
    await saver.save();
    expect(saver.getStatus()).toEqual({ kind: 'OFFLINE' });
    await jest.advanceTimersByTimeAsync(60_000);
    // After 2, 4, 8, 16 and 32 seconds at the longest.
    expect(remote.calls.length).toBeGreaterThan(3);
    expect(remote.calls.length).toBeLessThan(8);
    remote.fail(null);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(saver.getStatus().kind).toBe('SAVED');
    expect(remote.drafts.get('token-1')?.answers).toEqual({ idea: 'un' });
  });

  test('the network coming back is used at once', async () => {
    const remote = aServer();
    const { store, saver } = aDevice(remote);
    remote.fail('OFFLINE');
    store.answer('idea', 'un');
    await saver.save();
    remote.fail(null);
    window.dispatchEvent(new Event('online'));
    await jest.advanceTimersByTimeAsync(0);
    expect(saver.getStatus().kind).toBe('SAVED');
  });

  test('what could not be saved last time is saved at the next visit', async () => {
    const remote = aServer();
    const { store, saver, memory } = aDevice(remote);
    remote.fail('OFFLINE');
    store.answer('idea', 'un');
    await saver.save();
    for (const stop of stops.splice(0)) stop();
    remote.fail(null);
    aDevice(remote, memory);
    await jest.advanceTimersByTimeAsync(3_000);
    expect(remote.drafts.get('token-1')?.answers).toEqual({ idea: 'un' });
  });

  test.each(['TOO_LARGE', 'TOO_MANY_DRAFTS', 'CLOSED', 'NOT_OPEN'] as const)(
    '%s is said, everything stays on the device, and the server is left in peace until something changes',
    async (code) => {
      const remote = aServer();
      const { store, saver, memory } = aDevice(remote);
      remote.refuse(refused(code, 65_536));
      store.answer('idea', 'un');
      await saver.save();
      await jest.advanceTimersByTimeAsync(600_000);
      expect(remote.calls).toHaveLength(1);
      expect(saver.getStatus()).toEqual({ kind: 'REFUSED', code, limit: 65_536 });
      expect(memory.kept.get('draft')).toContain('un');
      remote.refuse(null);
      store.answer('idea', 'deux');
      await jest.advanceTimersByTimeAsync(3_000);
      expect(saver.getStatus().kind).toBe('SAVED');
    },
  );

  test('a draft that is gone begins again under a new link, and says so', async () => {
    const remote = aServer();
    const { store, saver } = aDevice(remote);
    store.answer('idea', 'un');
    await saver.save();
    const { responseId } = store.getState().record!;
    remote.drafts.delete('token-1');
    remote.drafts.set('of-somebody-else', { revision: 1, answers: {} });
    store.answer('idea', 'deux');
    await saver.save();
    expect(store.getState().record?.server).toMatchObject({ token: 'token-2', revision: 1 });
    expect(saver.hasNewLink).toBe(true);
    // Had the first draft been sent from elsewhere, these answers would not count beside it.
    expect(store.getState().record?.responseId).toBe(responseId);
  });
});

describe('two devices', () => {
  async function twoDevices() {
    const remote = aServer();
    const here = aDevice(remote);
    here.store.answer('idea', 'un');
    here.store.answer('role', 'parent');
    await here.saver.save();
    const there = aDevice(remote, memoryStorage(new Map(here.memory.kept)));
    return { remote, here, there };
  }

  test('never overwrite each other: both versions are offered', async () => {
    const { remote, here, there } = await twoDevices();
    there.store.answer('idea', 'là-bas');
    await there.saver.save();
    here.store.answer('idea', 'ici');
    await here.saver.save();
    expect(here.store.getState().conflict).toMatchObject({
      origin: 'DEVICE',
      questions: ['idea'],
      theirs: { idea: 'là-bas', role: 'parent' },
      revision: 2,
    });
    expect(here.store.answers).toMatchObject({ idea: 'ici' });
    expect(remote.drafts.get('token-1')?.answers).toMatchObject({ idea: 'là-bas' });
    // Nothing is saved over the other version before the person has chosen.
    here.store.answer('role', 'teacher');
    await here.saver.save();
    expect(remote.drafts.get('token-1')?.revision).toBe(2);
    here.store.settle({ idea: 'ici', role: 'teacher' });
    await here.saver.save();
    expect(remote.drafts.get('token-1')).toEqual({ revision: 3, answers: { idea: 'ici', role: 'teacher' } });
  });

  test('that agree after all are not asked anything', async () => {
    const { here, there } = await twoDevices();
    there.store.answer('idea', 'pareil');
    await there.saver.save();
    here.store.answer('idea', 'pareil');
    await here.saver.save();
    expect(here.store.getState().conflict).toBeNull();
    expect(here.store.getState().record?.server?.revision).toBe(2);
  });

  test('the one left alone takes over what the other has done, at its next visit', async () => {
    const { remote, here, there } = await twoDevices();
    there.store.answer('idea', 'là-bas');
    await there.saver.save();
    const again = aDevice(remote, here.memory);
    await jest.advanceTimersByTimeAsync(0);
    expect(again.store.answers).toEqual({ idea: 'là-bas', role: 'parent' });
    expect(again.store.getState().conflict).toBeNull();
  });
});

describe('the draft of somebody signed in', () => {
  const own = 'own-token';
  const mine = (remote: ReturnType<typeof aServer>) => aDevice(remote, memoryStorage(), own);

  test('begins under the account’s own name', async () => {
    const remote = aServer(own);
    const { store, saver } = mine(remote);
    store.answer('idea', 'un');
    await saver.save();
    expect(remote.calls).toMatchObject([{ token: own, revision: null }]);
    expect(remote.drafts.get(own)).toMatchObject({ revision: 1 });
  });

  test('begun on two devices that know nothing of each other: what is apart is put together', async () => {
    const remote = aServer(own);
    const [here, there] = [mine(remote), mine(remote)];
    there.store.answer('role', 'parent');
    await there.saver.save();
    here.store.answer('idea', 'ici');
    await here.saver.save();
    expect(here.store.answers).toEqual({ idea: 'ici', role: 'parent' });
    expect(here.store.getState().conflict).toBeNull();
    await here.saver.save();
    expect(remote.drafts.get(own)).toEqual({ revision: 2, answers: { idea: 'ici', role: 'parent' } });
  });

  test('… and what differs is offered, nothing being saved over it before', async () => {
    const remote = aServer(own);
    const [here, there] = [mine(remote), mine(remote)];
    there.store.answer('idea', 'là-bas');
    await there.saver.save();
    here.store.answer('idea', 'ici');
    await here.saver.save();
    expect(here.store.getState().conflict).toMatchObject({
      origin: 'DEVICE',
      questions: ['idea'],
      revision: 1,
    });
    await here.saver.save();
    expect(remote.drafts.get(own)).toEqual({ revision: 1, answers: { idea: 'là-bas' } });
    here.store.settle({ idea: 'ici' });
    await here.saver.save();
    expect(remote.drafts.get(own)).toEqual({ revision: 2, answers: { idea: 'ici' } });
  });

  test('that the server no longer has is begun again under the same name', async () => {
    const remote = aServer(own);
    const { store, saver } = mine(remote);
    store.answer('idea', 'un');
    await saver.save();
    remote.drafts.clear();
    store.answer('idea', 'deux');
    await saver.save();
    expect(remote.drafts.get(own)).toMatchObject({ answers: { idea: 'deux' } });
    expect(saver.hasNewLink).toBe(false);
  });

  test('cannot begin once the session has ended: it says so and keeps everything here', async () => {
    const remote = aServer(own);
    const { store, saver } = mine(remote);
    remote.endSession();
    store.answer('idea', 'un');
    await saver.save();
    expect(saver.getStatus()).toEqual({ kind: 'REFUSED', code: 'SIGNED_OUT', limit: null });
    expect(remote.calls).toHaveLength(1);
    expect(store.answers).toEqual({ idea: 'un' });
  });
});

test('answers being sent are no longer saved as a draft', async () => {
  const remote = aServer();
  const { store, saver } = aDevice(remote);
  store.answer('idea', 'un');
  store.beginSending({ id: 'x', version: 1, answers: { idea: 'un' } });
  await saver.save();
  expect(remote.calls).toHaveLength(0);
});
