import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { GraphQLFailure } from '@preau/graphql';
import type { Definition } from '@preau/questionnaire-domain';
import type { KeptReceipt, RawAnswers, Sending } from './draft-record';
import { DraftStore } from './draft-store';
import { memoryStorage } from './memory-storage';
import type { SendOutcome } from './operations';
import { Sender } from './sender';

const definition: Definition = {
  title: 'Essai',
  sections: [
    {
      code: 'one',
      title: 'Une',
      questions: [
        {
          code: 'role',
          type: 'single',
          label: 'Vous êtes',
          options: [
            { code: 'parent', label: 'Parent' },
            { code: 'pupil', label: 'Élève' },
          ],
        },
        { code: 'idea', type: 'text', label: 'Une idée', showIf: { question: 'role', is: 'parent' } },
      ],
    },
  ],
};
const receipt: KeptReceipt = { code: 'ABCDE-12345-FGHJK-67890', digest: 'd', submittedOn: '2026-11-22' };
const received: SendOutcome = { __typename: 'ResponseReceipt', ...receipt };
const refused = (
  refusal: Extract<SendOutcome, { __typename: 'ResponseRefused' }>['refusal'],
): SendOutcome => ({
  __typename: 'ResponseRefused',
  refusal,
  problems: [],
});
const stops: (() => void)[] = [];

function aSender(submit: (sending: Sending) => Promise<SendOutcome>, memory = memoryStorage()) {
  const kept: { receipt: KeptReceipt; answers: RawAnswers; hadDraft: boolean }[] = [];
  const store = new DraftStore({ storage: memory.storage, key: 'draft', questionnaireId: 'q', version: 3 });
  const sender = new Sender({
    store,
    definition,
    submit,
    random: () => 1,
    onReceipt: (given, answers) =>
      void kept.push({ receipt: given, answers, hadDraft: store.getState().record !== null }),
  });
  stops.push(store.start(), sender.start());
  return { store, sender, kept, memory };
}
const submitting = () => jest.fn<(sending: Sending) => Promise<SendOutcome>>();
const offline = () => Promise.reject(new GraphQLFailure('OFFLINE', 'Pas de connexion au serveur.'));

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  jest.useRealTimers();
});

test('sends the answers of what is shown, keeps the receipt, then lets the draft go', async () => {
  const submit = submitting().mockResolvedValue(received);
  const { store, sender, kept, memory } = aSender(submit);
  store.answer('role', 'pupil');
  store.answer('idea', 'écrite avant de changer de rôle');
  const id = store.getState().record!.responseId;
  await sender.send();
  expect(submit.mock.calls).toEqual([[{ id, version: 3, answers: { role: 'pupil' } }]]);
  expect(kept).toEqual([{ receipt, answers: { role: 'pupil' }, hadDraft: true }]);
  expect(sender.getStatus()).toEqual({ kind: 'RECEIVED', receipt });
  expect(memory.kept.get('draft')).not.toContain('pupil');
});

test('after a cut the same answers go out again under the same id', async () => {
  const submit = submitting()
    .mockImplementationOnce(offline)
    .mockImplementationOnce(offline)
    .mockResolvedValue(received);
  const { store, sender } = aSender(submit);
  store.answer('role', 'parent');
  await sender.send();
  expect(sender.getStatus()).toEqual({ kind: 'WAITING' });
  await jest.advanceTimersByTimeAsync(10_000);
  expect(sender.getStatus().kind).toBe('RECEIVED');
  expect(submit).toHaveBeenCalledTimes(3);
  expect(new Set(submit.mock.calls.map(([sending]) => JSON.stringify(sending))).size).toBe(1);
});

test('after a crash too: the next visit takes it up by itself', async () => {
  const memory = memoryStorage();
  const never = submitting().mockImplementation(() => new Promise(() => undefined));
  const before = aSender(never, memory);
  before.store.answer('role', 'parent');
  void before.sender.send();
  for (const stop of stops.splice(0)) stop();

  const submit = submitting().mockResolvedValue(received);
  const after = aSender(submit, memory);
  await jest.advanceTimersByTimeAsync(0);
  expect(submit.mock.calls).toEqual(never.mock.calls);
  expect(after.sender.getStatus().kind).toBe('RECEIVED');
});

test('the network coming back is used at once, and one try at a time', async () => {
  const submit = submitting()
    .mockImplementationOnce(offline)
    .mockImplementation(() => new Promise(() => undefined));
  const { store, sender } = aSender(submit);
  store.answer('role', 'parent');
  await sender.send();
  window.dispatchEvent(new Event('online'));
  window.dispatchEvent(new Event('online'));
  await sender.send();
  expect(submit).toHaveBeenCalledTimes(2);
});

test('a refusal for certain gives the answers back, to be changed and sent again', async () => {
  const submit = submitting().mockResolvedValueOnce(refused('INVALID_ANSWERS')).mockResolvedValue(received);
  const { store, sender } = aSender(submit);
  store.answer('role', 'parent');
  await sender.send();
  expect(sender.getStatus()).toMatchObject({ kind: 'REFUSED', code: 'INVALID_ANSWERS' });
  store.answer('idea', 'mieux');
  expect(store.answers).toEqual({ role: 'parent', idea: 'mieux' });
  // What was said was about other answers.
  expect(sender.getStatus()).toEqual({ kind: 'IDLE' });
  await sender.send();
  expect(submit.mock.calls.map(([sending]) => sending.answers)).toEqual([
    { role: 'parent' },
    { role: 'parent', idea: 'mieux' },
  ]);
});

test('an input the server turns away is said, not tried for ever', async () => {
  const submit = submitting().mockRejectedValue(new GraphQLFailure('BAD_INPUT', 'Texte illisible.'));
  const { store, sender } = aSender(submit);
  store.answer('role', 'parent');
  await sender.send();
  await jest.advanceTimersByTimeAsync(600_000);
  expect(submit).toHaveBeenCalledTimes(1);
  expect(sender.getStatus()).toMatchObject({ kind: 'REFUSED', code: 'BAD_INPUT' });
});
