import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, renderRoutes, type MockAnswers, type MockCall } from '@preau/graphql/testing';
import { ANSWER_OPPOSITION_REFUSALS, OPPOSE_REFUSALS } from '@preau/identity-domain';
import { cleanup, configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { identityRoutes } from '../routes';
import { ANSWER_REFUSALS as ANSWER_WORDS, OPPOSE_REFUSALS as OPPOSE_WORDS } from './messages';

configure({ asyncUtilTimeout: 20_000 });

let close: () => void = () => undefined;
function open(address: string, answers: MockAnswers): MockCall[] {
  const calls = mockNetwork(answers);
  close = renderRoutes(identityRoutes([]), address).close;
  return calls;
}
const sent = (calls: MockCall[], operation: string) =>
  calls.filter((call) => call.operation === operation).map(({ variables }) => variables['input']);
/** As the testing library reads a text. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
beforeEach(() => {
  sessionStorage.clear();
});
afterEach(() => {
  close();
  cleanup();
});

const filed = {
  id: 'o1',
  person: 'Dominique Petit',
  reason: 'Pour une raison qui tient à moi.',
  state: 'OPEN',
  createdAt: '2026-11-20T10:00:00Z',
  answeredAt: null as string | null,
  answer: null as string | null,
  processing: { code: 'accounts', title: 'Comptes' },
};
const answered = {
  ...filed,
  state: 'REFUSED',
  answeredAt: '2026-11-22T10:00:00Z',
  answer: 'La loi l’impose.',
};

describe('objecting', () => {
  const mine = (oppositions: object[], more: MockAnswers = {}): MockAnswers => ({
    MyData: () => ({ me: { id: 'a1', deletionDueAt: null } }),
    MyDataExport: () => ({ myDataExport: null }),
    OppositionsOfMine: () => ({
      processings: [
        { code: 'accounts', title: 'Comptes', opposition: { possible: true } },
        { code: 'drafts', title: 'Brouillons', opposition: { possible: false } },
      ],
      myOppositions: oppositions,
    }),
    Oppose: () => ({ oppose: { __typename: 'OppositionFiled', opposition: { id: 'o1' } } }),
    ...more,
  });
  const usage = () => screen.findByLabelText<HTMLSelectElement>(/Usage auquel je m’oppose/);
  const reasons = () => screen.getByLabelText<HTMLTextAreaElement>(/Mes raisons/);
  async function fill() {
    await userEvent.selectOptions(await usage(), 'Comptes');
    await userEvent.type(reasons(), 'Pour une raison.');
    await userEvent.click(screen.getByRole('button', { name: 'M’opposer' }));
  }

  test('offers what one may object to, sends it and says so', async () => {
    const calls = open('/mon-espace/donnees', mine([]));
    expect(within(await usage()).queryByRole('option', { name: 'Brouillons' })).toBeNull();
    await fill();
    expect(await screen.findByText('Votre opposition est enregistrée.')).toBeTruthy();
    expect(sent(calls, 'Oppose')).toEqual([{ processing: 'accounts', reason: 'Pour une raison.' }]);
    expect([(await usage()).value, reasons().value]).toEqual(['', '']);
  });

  test('asks which use before sending anything', async () => {
    const calls = open('/mon-espace/donnees', mine([]));
    await usage();
    await userEvent.click(screen.getByRole('button', { name: 'M’opposer' }));
    expect(await screen.findByText(OPPOSE_WORDS.UNKNOWN_PROCESSING)).toBeTruthy();
    expect(document.activeElement).toBe(await usage());
    expect(sent(calls, 'Oppose')).toEqual([]);
  });

  test.each([...OPPOSE_REFUSALS])('refused as %s: said beside the field, nothing lost', async (code) => {
    open(
      '/mon-espace/donnees',
      mine([], { Oppose: () => ({ oppose: { __typename: 'OpposeRefused', code } }) }),
    );
    await fill();
    expect(await screen.findByText(plain(OPPOSE_WORDS[code]))).toBeTruthy();
    expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true');
    expect(reasons().value).toBe('Pour une raison.');
  });

  test('shows what was asked for and what was answered', async () => {
    open('/mon-espace/donnees', mine([answered]));
    expect(await screen.findByText(/demandée le 20 novembre 2026. Refusée le 22 novembre 2026/)).toBeTruthy();
    expect(screen.getByText(/La loi l’impose/)).toBeTruthy();
  });
});

describe('the queue', () => {
  const queue = (nodes: object[], more: MockAnswers = {}): MockAnswers => ({
    Oppositions: () => ({
      oppositions: {
        totalCount: nodes.length,
        edges: nodes.map((node) => ({ node, cursor: (node as { id: string }).id })),
        pageInfo: { endCursor: null, hasNextPage: false },
      },
    }),
    AnswerOpposition: () => ({
      answerOpposition: { __typename: 'OppositionAnswered', opposition: { id: 'o1', state: 'ACCEPTED' } },
    }),
    ...more,
  });
  const words = () => screen.findByLabelText<HTMLTextAreaElement>(/Réponse à Dominique Petit/);
  async function answer() {
    await userEvent.click(await screen.findByLabelText(/^Accepter/));
    await userEvent.type(await words(), 'C’est fait.');
    await userEvent.click(screen.getByRole('button', { name: 'Répondre à Dominique Petit' }));
  }

  test('shows who objects to what, and sends the answer', async () => {
    const calls = open('/pilotage/oppositions', queue([filed]));
    expect(await screen.findByRole('heading', { name: /Dominique Petit\s: Comptes/ })).toBeTruthy();
    expect(screen.getByText('Pour une raison qui tient à moi.')).toBeTruthy();
    await answer();
    expect(await screen.findByText('La réponse est enregistrée et envoyée.')).toBeTruthy();
    expect(sent(calls, 'AnswerOpposition')).toEqual([
      { id: 'o1', decision: 'ACCEPTED', answer: 'C’est fait.' },
    ]);
  });

  test('asks for a decision', async () => {
    const calls = open('/pilotage/oppositions', queue([filed]));
    await words();
    await userEvent.click(screen.getByRole('button', { name: 'Répondre à Dominique Petit' }));
    expect(await screen.findByText('Choisissez d’accepter ou de refuser.')).toBeTruthy();
    expect(sent(calls, 'AnswerOpposition')).toEqual([]);
  });

  test.each([...ANSWER_OPPOSITION_REFUSALS])(
    'refused as %s: said beside the field, nothing lost',
    async (code) => {
      const refused = { answerOpposition: { __typename: 'AnswerOppositionRefused', code } };
      open('/pilotage/oppositions', queue([filed], { AnswerOpposition: () => refused }));
      await answer();
      expect(await screen.findByText(plain(ANSWER_WORDS[code]))).toBeTruthy();
      expect(document.activeElement).toBe(await words());
      expect((await words()).value).toBe('C’est fait.');
    },
  );

  test('shows those answered, by an address of their own', async () => {
    const calls = open('/pilotage/oppositions?etat=refusees', queue([answered]));
    expect(await screen.findByText(/Réponse\s: La loi l’impose/)).toBeTruthy();
    expect(calls[0]?.variables['state']).toBe('REFUSED');
    expect(screen.queryByRole('button', { name: /Répondre/ })).toBeNull();
  });

  test('says that nobody waits', async () => {
    open('/pilotage/oppositions', queue([]));
    expect(await screen.findByText('Aucune opposition n’attend de réponse.')).toBeTruthy();
  });
});
