import { afterEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, refusal, type MockAnswers } from '@preau/graphql/testing';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { EstablishmentChooser } from './establishment-chooser';

afterEach(cleanup);
const user = userEvent.setup();

const school = (rank: number) => ({
  uai: `062000${String(rank)}A`,
  name: `Collège ${String(rank)}`,
  commune: 'Béthune',
  departement: '62',
});
const pageOf = (ranks: number[], totalCount: number | null, hasNextPage = false) => ({
  establishments: {
    totalCount,
    edges: ranks.map((rank) => ({ node: school(rank) })),
    pageInfo: { hasNextPage, endCursor: school(ranks.at(-1) ?? 0).uai },
  },
});

function show(answers: MockAnswers, value = '') {
  const calls = mockNetwork({ NameEstablishment: () => ({ establishment: school(1) }), ...answers });
  let sent = 0;
  let chosen = value;
  function Form() {
    const [uai, setUai] = useState(value);
    chosen = uai;
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          sent += 1;
        }}
      >
        <EstablishmentChooser id="q" value={uai} onChange={setUai} />
      </form>
    );
  }
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <Form />
    </QueryClientProvider>,
  );
  const searches = () => calls.filter(({ operation }) => operation === 'FindEstablishments');
  return { searches, sent: () => sent, chosen: () => chosen };
}
const field = () => screen.getByRole('searchbox', { name: /Nom, commune ou code/ });
const says = (words: string | RegExp) =>
  waitFor(() => expect(screen.getByRole('status').textContent.replace(/\s/g, ' ')).toMatch(words));

describe('an establishment', () => {
  test('is searched and chosen with the keyboard alone, without sending the form around', async () => {
    const { searches, sent, chosen } = show({ FindEstablishments: () => pageOf([1, 2], 2) });
    await user.tab();
    await user.keyboard('college bethune{Enter}');
    await says('2 établissements trouvés.');
    expect(searches()).toMatchObject([{ variables: { search: 'college bethune', after: null } }]);
    expect(sent()).toBe(0);
    await user.tab();
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: /Collège 1, Béthune \(62\)/ }));
    await user.keyboard('{ArrowDown}');
    expect(chosen()).toBe('0620002A');
    await screen.findByText(/Établissement choisi/);
  });

  test('is searched by the button, once for each press, not at each key', async () => {
    const { searches } = show({ FindEstablishments: () => pageOf([1], 1) });
    await user.type(field(), 'collège');
    expect(searches()).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Chercher un établissement' }));
    await says('1 établissement trouvé.');
    expect(searches()).toHaveLength(1);
  });

  test('more are shown on demand, and how many there are is said', async () => {
    show({
      FindEstablishments: ({ after }) => (after === null ? pageOf([1, 2], 3, true) : pageOf([3], 3)),
    });
    await user.type(field(), 'college{Enter}');
    await says('3 établissements trouvés, 2 affichés.');
    await user.click(screen.getByRole('button', { name: 'Afficher la suite' }));
    await says('3 établissements trouvés.');
    expect(screen.getAllByRole('radio')).toHaveLength(3);
    expect(screen.queryByRole('button', { name: 'Afficher la suite' })).toBeNull();
  });

  test('too many to count: it says so', async () => {
    show({ FindEstablishments: () => pageOf([1], null, true) });
    await user.type(field(), 'école{Enter}');
    await says(/Plus de 200 établissements/);
  });

  test('none: says what to try', async () => {
    show({ FindEstablishments: () => pageOf([], 0) });
    await user.type(field(), 'poudlard{Enter}');
    await says(/Aucun établissement trouvé/);
    expect(screen.queryByRole('radio')).toBeNull();
  });

  test('one letter is not searched', async () => {
    const { searches } = show({});
    await user.type(field(), ' é {Enter}');
    await screen.findByText('Écrivez au moins deux lettres ou chiffres.');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(searches()).toHaveLength(0);
  });

  test('a number that is not in the directory may be kept, with or without an answer', async () => {
    const { chosen } = show({ FindEstablishments: () => pageOf([], 0) });
    await user.type(field(), '062 0009b{Enter}');
    await user.click(await screen.findByRole('radio', { name: /Code 0620009B/ }));
    expect(chosen()).toBe('0620009B');
    cleanup();
    const cut = show({
      FindEstablishments: () => {
        throw refusal('INTERNAL');
      },
    });
    await user.type(field(), '0620009B{Enter}');
    await screen.findByText(/La recherche ne répond pas/);
    await user.click(screen.getByRole('radio', { name: /Code 0620009B/ }));
    expect(cut.chosen()).toBe('0620009B');
  });

  test('chosen before is told by its name, and may be taken back', async () => {
    const { chosen } = show({}, '0620001A');
    await screen.findByText(/Collège 1, Béthune \(62\)/);
    await user.click(screen.getByRole('button', { name: 'Effacer ce choix' }));
    expect(chosen()).toBe('');
    expect(screen.queryByText(/Établissement choisi/)).toBeNull();
  });
});
