import { afterEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { cleanup, configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { routes } from '../routes';

configure({ asyncUtilTimeout: 20_000 });

const parts = (text: string) =>
  text
    .split(/(\[[^\]]*\])/)
    .filter(Boolean)
    .map((part) => ({ text: part.replace(/[[\]]/g, ''), isMatch: part.startsWith('[') }));
const hit = (id: string, title: string, excerpt = '', kind = 'TOPIC') => ({
  kind,
  id,
  path: `/sujets/${id}`,
  at: '2026-11-20T10:00:00Z',
  academie: '10',
  theme: { shortTitle: 'Égalité', accent: 'green-menthe' },
  titleParts: parts(title),
  excerpt: parts(excerpt),
});
const results = (changes: object = {}) => ({
  search: {
    __typename: 'SearchResults',
    total: 2,
    isCapped: false,
    edges: [
      { node: hit('1', 'Des [tablettes]', 'Pour les <b>[tablettes]</b>') },
      { node: hit('2', 'Un message', '', 'POST') },
    ],
    pageInfo: { hasNextPage: false, endCursor: null },
    facets: {
      kind: [
        { value: 'TOPIC', count: 1 },
        { value: 'POST', count: 1 },
      ],
      theme: [{ value: 'egalite', label: 'Égalité', count: 2 }],
      academie: [{ value: '10', count: 2 }],
      year: [{ value: '2026', count: 2 }],
    },
    correction: null,
    ...changes,
  },
});

let close: () => void = () => undefined;
afterEach(() => {
  close();
  cleanup();
});
function open(address: string, answers: MockAnswers = { Search: () => results() }) {
  const calls = mockNetwork(answers);
  const rendered = renderRoutes(routes, address);
  close = rendered.close;
  const asked = () =>
    calls.filter(({ operation }) => operation === 'Search').map(({ variables }) => variables);
  return { router: rendered.router, asked };
}

describe('the field', () => {
  test('asks nothing before its button, then keeps the words in the address', async () => {
    const { router, asked } = open('/recherche');
    const field = await screen.findByRole('searchbox', { name: 'Que cherchez-vous ?' });
    expect(screen.queryByRole('status')).toBeNull();
    await userEvent.type(field, ' l’école ');
    expect(asked()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Rechercher' }));
    await screen.findByRole('heading', { name: /^2\srésultats$/ });
    expect(new URLSearchParams(router.state.location.search).get('q')).toBe('l’école');
    expect(asked()[0]).toMatchObject({ query: 'l’école', order: 'RELEVANCE', kind: null });
    expect(document.title).toMatch(/^l’école — Recherche/);
  });
});

describe('results', () => {
  test('are what they are, lead where they lead, and show what was found as text', async () => {
    open('/recherche?q=tablettes');
    const link = await screen.findByRole('link', { name: 'Des tablettes' });
    expect(link.getAttribute('href')).toBe('/sujets/1');
    const item = within(link.closest('li')!);
    expect(item.getByText('Sujet')).toBeTruthy();
    expect(await item.findByText(/Égalité · Lyon · 20 novembre 2026/)).toBeTruthy();
    expect(item.getAllByText('tablettes').map(({ tagName }) => tagName)).toEqual(['MARK', 'MARK']);
    expect(link.closest('li')?.querySelector('b')).toBeNull();
    expect(link.closest('li')?.textContent).toContain('<b>tablettes</b>');
  });

  test('lead to fewer of them, and back', async () => {
    const { asked, router } = open('/recherche?q=tablettes&type=POST&tri=date');
    const filters = within(await screen.findByRole('navigation', { name: 'Affiner la recherche' }));
    expect(asked()[0]).toMatchObject({ kind: ['POST'], order: 'RECENT' });
    await userEvent.click(filters.getByRole('link', { name: 'Sujets de débat' }));
    expect(router.state.location.search).toBe('?q=tablettes&type=POST&type=TOPIC&tri=date');
    await userEvent.click(filters.getByRole('link', { name: /^Retirer le filtre\s: Messages$/ }));
    await userEvent.click(filters.getByRole('link', { name: 'Égalité' }));
    await userEvent.click(filters.getByRole('link', { name: '2026' }));
    await userEvent.click(filters.getByRole('link', { name: 'Lyon' }));
    expect(asked().at(-1)).toMatchObject({
      kind: ['TOPIC'],
      theme: 'egalite',
      academie: '10',
      from: '2026-01-01',
      to: '2026-12-31',
    });
    await userEvent.click(filters.getByRole('link', { name: 'Retirer tous les filtres' }));
    expect(router.state.location.search).toBe('?q=tablettes&tri=date');
  });

  test.each([
    [1_000, /^Plus de 1\s000 résultats$/, /les 1\s000 plus récents/],
    [734, /^Plus de 700 résultats$/, /les 734 plus récents/],
  ])('that are not all are said to be more: %i', async (total, title, note) => {
    open('/recherche?q=tablettes', { Search: () => results({ total, isCapped: true }) });
    expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
    expect(screen.getByText(note)).toBeTruthy();
  });

  test('come by pages', async () => {
    const { asked } = open('/recherche?q=tablettes', {
      Search: ({ after }) =>
        after
          ? results({ total: 3, edges: [{ node: hit('3', 'Le dernier') }] })
          : results({ total: 3, pageInfo: { hasNextPage: true, endCursor: 'abc' } }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Afficher la suite' }));
    expect(await screen.findByRole('link', { name: 'Le dernier' })).toBeTruthy();
    expect(asked()[1]).toMatchObject({ after: 'abc' });
    expect(screen.getByText('3 sur 3 affichés')).toBeTruthy();
  });
});

describe('otherwise', () => {
  test('the results of another spelling are said to be such', async () => {
    open('/recherche?q=tabletes', {
      Search: () => results({ correction: { query: 'tablettes', isApplied: true } }),
    });
    const said = await screen.findByText(/^Aucun résultat pour «\stabletes\s»/);
    expect(within(said).getByRole('link', { name: 'tablettes' }).getAttribute('href')).toBe(
      '/recherche?q=tablettes',
    );
  });

  test('another spelling is proposed', async () => {
    open('/recherche?q=tabletes', {
      Search: () => results({ correction: { query: 'tablettes', isApplied: false } }),
    });
    expect(await screen.findByText(/^Vouliez-vous dire/)).toBeTruthy();
  });

  test('nothing is said to be nothing, with what can be done', async () => {
    open('/recherche?q=xylophone&theme=egalite', { Search: () => results({ total: 0, edges: [] }) });
    expect(await screen.findByRole('heading', { name: /Aucun résultat pour «\sxylophone\s»/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: /sans filtre/ }).getAttribute('href')).toBe(
      '/recherche?q=xylophone',
    );
  });

  test.each([
    ['QUERY_TOO_SHORT', /au moins deux lettres/],
    ['QUERY_TOO_LONG', /200 signes/],
    ['NOTHING_TO_FIND', /au moins un mot/],
  ])('%s is said in words', async (code, words) => {
    open('/recherche?q=x', { Search: () => ({ search: { __typename: 'SearchRefused', code } }) });
    expect((await screen.findByRole('alert')).textContent).toMatch(words);
  });

  test('a failure can be tried again', async () => {
    open('/recherche?q=x', {
      Search: () => {
        throw refusal('INTERNAL');
      },
    });
    expect(await screen.findByRole('button', { name: 'Réessayer' })).toBeTruthy();
  });
});
