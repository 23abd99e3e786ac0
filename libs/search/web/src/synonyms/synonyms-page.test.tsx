import { afterEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { SYNONYM_REFUSALS } from '@preau/search-domain';
import { cleanup, configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { routes } from '../routes';

configure({ asyncUtilTimeout: 20_000 });
Element.prototype.scrollIntoView = () => undefined;

const group = (id: string, ...terms: string[]) => ({ node: { id, terms } });
const line = (changes: object = {}) => ({
  node: {
    id: 'r1',
    kind: 'TOPIC',
    isCheck: true,
    total: 2_000,
    done: 500,
    missing: 0,
    changed: 0,
    extra: 0,
    startedAt: '2026-11-22T10:00:00Z',
    stoppedAt: null,
    finishedAt: null,
    ...changes,
  },
});
const answers: MockAnswers = {
  Synonyms: () => ({
    synonyms: {
      totalCount: 2,
      edges: [
        group('g1', 'ENT', 'espace numérique de travail'),
        group('g2', 'IA', 'intelligence artificielle'),
      ],
      pageInfo: { endCursor: null, hasNextPage: false },
    },
  }),
  SearchRounds: () => ({
    searchRounds: { edges: [line()], pageInfo: { endCursor: null, hasNextPage: false } },
  }),
  SaveSynonyms: () => ({ saveSynonyms: { __typename: 'SynonymsSaved' } }),
  DeleteSynonyms: () => ({ deleteSynonyms: { __typename: 'SynonymsDeleted' } }),
  BeginSearchRound: () => ({ beginSearchRound: { __typename: 'SearchRoundStarted' } }),
  StopSearchRound: () => ({ stopSearchRound: { __typename: 'SearchRoundStarted' } }),
};

let close: () => void = () => undefined;
afterEach(() => {
  close();
  cleanup();
});
function open(network: MockAnswers = {}) {
  const calls = mockNetwork({ ...answers, ...network });
  close = renderRoutes(routes, '/pilotage/synonymes').close;
  return (operation: string) =>
    calls.filter((call) => call.operation === operation).map(({ variables }) => variables);
}
const click = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const terms = () => screen.findByLabelText(/^Termes/);

describe('groups', () => {
  test('are listed, of how many', async () => {
    open();
    expect((await screen.findByText('ENT')).closest('p')?.textContent).toBe(
      'ENT = espace numérique de travail',
    );
    expect(screen.getByText('2 sur 2 affichés')).toBeTruthy();
  });

  test('are added under one id, however often it is sent', async () => {
    let tries = 0;
    const asked = open({
      SaveSynonyms: () => {
        tries += 1;
        if (tries === 1) throw refusal('INTERNAL');
        return { saveSynonyms: { __typename: 'SynonymsSaved' } };
      },
    });
    await click('Ajouter un groupe');
    await userEvent.type(await terms(), ' TBI{Enter}{Enter}tableau blanc interactif');
    await click('Enregistrer');
    expect(await screen.findByText(/Le site a rencontré une erreur/)).toBeTruthy();
    await click('Enregistrer');
    expect(await screen.findByText(/Groupe ajouté\s: TBI = tableau blanc interactif/)).toBeTruthy();
    const [first, second] = asked('SaveSynonyms').map(
      ({ input }) => input as { id: string; terms: string[] },
    );
    expect(first?.id).toBe(second?.id);
    expect(second?.terms).toEqual(['TBI', 'tableau blanc interactif']);
  });

  test('are changed', async () => {
    const asked = open();
    await click('Modifier le groupe IA');
    await userEvent.type(await terms(), '{Enter}apprentissage automatique');
    await click('Enregistrer');
    expect(await screen.findByText(/Groupe enregistré/)).toBeTruthy();
    expect(asked('SaveSynonyms')).toEqual([
      { input: { id: 'g2', terms: ['IA', 'intelligence artificielle', 'apprentissage automatique'] } },
    ]);
  });

  test('are not sent with a fault, which is said beside the field and at the top, nothing typed being lost', async () => {
    const asked = open();
    await click('Ajouter un groupe');
    await userEvent.type(await terms(), 'seul');
    await click('Enregistrer');
    const summary = await screen.findByRole('heading', { name: 'Ce groupe n’a pas été enregistré' });
    expect(within(summary.parentElement!).getByRole('link').textContent).toMatch(/au moins deux/);
    expect((await terms()).getAttribute('aria-invalid')).toBe('true');
    expect(((await terms()) as HTMLTextAreaElement).value).toBe('seul');
    expect(asked('SaveSynonyms')).toEqual([]);
  });

  test.each(SYNONYM_REFUSALS)('refused for %s say why in words', async (code) => {
    open({ SaveSynonyms: () => ({ saveSynonyms: { __typename: 'SynonymsRefused', code, term: 'ENT' } }) });
    await click('Modifier le groupe IA');
    await click('Enregistrer');
    const summary = await screen.findByRole('heading', { name: 'Ce groupe n’a pas été enregistré' });
    expect(within(summary.parentElement!).getByRole('link').textContent).toMatch(/[a-z]{4}/);
  });

  test('are deleted once it is confirmed', async () => {
    const asked = open();
    await click('Supprimer le groupe IA');
    expect(asked('DeleteSynonyms')).toEqual([]);
    await click('Annuler');
    await click('Supprimer le groupe IA');
    await click('Supprimer ce groupe');
    expect(await screen.findByText(/Groupe supprimé/)).toBeTruthy();
    expect(asked('DeleteSynonyms')).toEqual([{ id: 'g2' }]);
  });
});

describe('the index', () => {
  test('says how far a walk is, of how many, and lets it be stopped', async () => {
    const asked = open();
    const bar = await screen.findByRole('progressbar', { name: /Vérification des sujets de débat/ });
    expect(bar.getAttribute('value')).toBe('500');
    expect(screen.getByText(/En cours\s: 500 sur 2\s000\scontenus/)).toBeTruthy();
    await click(/^Arrêter\s: Vérification des sujets de débat/);
    expect(asked('StopSearchRound')).toEqual([{ id: 'r1' }]);
  });

  test('says what was found', async () => {
    open({
      SearchRounds: () => ({
        searchRounds: {
          edges: [
            line({ isCheck: false, done: 2_000, missing: 3, extra: 1, finishedAt: '2026-11-22T10:01:00Z' }),
          ],
          pageInfo: { endCursor: null, hasNextPage: false },
        },
      }),
    });
    expect(await screen.findByText(/3 absents de l’index, 0 différents, 1 en trop\s: rectifié/)).toBeTruthy();
  });

  test('is compared, or put right, kind by kind; a refusal is said', async () => {
    const asked = open({
      BeginSearchRound: () => ({ beginSearchRound: { __typename: 'SearchRoundRefused', code: 'UNDER_WAY' } }),
    });
    await userEvent.selectOptions(await screen.findByLabelText('Contenus'), 'Ressources');
    await click('Vérifier');
    expect(await screen.findByText(/déjà en cours/)).toBeTruthy();
    await click('Rectifier');
    expect(asked('BeginSearchRound')).toEqual([
      { kind: 'RESOURCE', isCheck: true },
      { kind: 'RESOURCE', isCheck: false },
    ]);
  });
});
