import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { mockNetwork, type MockAnswers } from '@preau/graphql/testing';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { Page } from '@preau/ui';
import { ErrorPage } from './error-page';
import { Layout } from './layout';
import { createQueryClient } from './query-client';

const edition = (slug: string, phase: string, shortTitle: string) => ({
  id: slug,
  slug,
  phase,
  opensAt: '2026-11-01T00:00:00Z',
  closesAt: '2026-12-31T00:00:00Z',
  themes: [{ id: `${slug}-t`, slug: 'theme', shortTitle, accent: 'green-emeraude' }],
});
const visitor: MockAnswers = {
  Frame: () => ({
    site: { embedded: true },
    consultations: [
      edition('passee', 'REPORTED', 'Un thème d’alors'),
      edition('presente', 'OPEN', 'Un thème d’ici'),
    ],
  }),
  Session: () => ({ me: null }),
};
const staff: MockAnswers = {
  ...visitor,
  Session: () => ({ me: { id: '1', displayName: 'Camille', roles: ['STAFF'] } }),
};

function Broken(): never {
  throw new Error('bug');
}

function open(address: string, answers = visitor) {
  mockNetwork(answers);
  const router = createMemoryRouter(
    [
      {
        Component: Layout,
        children: [
          {
            ErrorBoundary: ErrorPage,
            children: [
              { path: '/casse', Component: Broken },
              { path: '*', element: <Page title="Une page">…</Page> },
            ],
          },
        ],
      },
    ],
    { initialEntries: [address] },
  );
  render(
    <QueryClientProvider client={createQueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return router;
}

beforeEach(() => {
  // jsdom neither scrolls nor opens dialogs.
  Object.defineProperty(globalThis, 'STATE_IDENTITY', { value: false, configurable: true });
  window.scrollTo = () => undefined;
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
});
afterEach(cleanup);

describe('the footer of every page', () => {
  test('has every mandatory link, and says the level of accessibility', async () => {
    open('/');
    const footer = await screen.findByRole('contentinfo');
    const links = within(footer)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href'));
    expect(links).toEqual(
      expect.arrayContaining([
        '/accessibilite',
        '/plan-du-site',
        '/mentions-legales',
        '/donnees-personnelles',
        '/gestion-des-cookies',
        '/cgu',
        '/charte',
        '/contact',
        '/aide',
        '/statistiques',
      ]),
    );
    expect(within(footer).getByRole('link', { name: 'Accessibilité : non conforme' })).toBeTruthy();
  });
});

describe('the header', () => {
  test('shows our own name, never the State’s, and says it is a demonstration', async () => {
    open('/');
    await screen.findByText('Instance de démonstration.');
    expect(screen.getAllByRole('link', { name: /Préau/ })).toHaveLength(2);
    expect(document.body.textContent).not.toMatch(/République|Marianne/);
    expect(document.querySelector('.fr-logo')).toBeNull();
  });

  test('leads to the themes of the consultation one is reading, else of the open one', async () => {
    open('/');
    expect((await screen.findByRole('link', { name: 'Un thème d’ici' })).getAttribute('href')).toBe(
      '/concertations/presente/themes/theme',
    );
    cleanup();
    open('/concertations/passee/themes/theme');
    const current = await screen.findByRole('link', { name: 'Un thème d’alors' });
    expect(current.getAttribute('aria-current')).toBe('page');
    expect(screen.queryByRole('link', { name: 'Un thème d’ici' })).toBeNull();
  });

  test('opens the staff area to staff only', async () => {
    open('/');
    await screen.findByRole('link', { name: 'Un thème d’ici' });
    expect(screen.getByRole('link', { name: 'Se connecter' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Pilotage' })).toBeNull();
    cleanup();
    open('/', staff);
    expect(await screen.findByRole('link', { name: 'Pilotage' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Mon espace' })).toBeTruthy();
  });

  test('leads to what is looked for on the site, but where there is a field for it already', async () => {
    const router = open('/aide');
    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Rechercher sur le site' }),
      'l’école & co{Enter}',
    );
    expect(router.state.location.pathname).toBe('/recherche');
    expect(new URLSearchParams(router.state.location.search).get('q')).toBe('l’école & co');
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  test('folds again on Escape, with the focus back on its button, and when one changes page', async () => {
    open('/');
    const menu = await screen.findByRole('button', { name: 'Menu' });
    await userEvent.click(menu);
    expect(menu.getAttribute('aria-expanded')).toBe('true');
    await userEvent.keyboard('{Escape}');
    expect(menu.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(menu);
    await userEvent.click(menu);
    await userEvent.click(
      within(screen.getByRole('navigation', { name: 'Menu principal' })).getByText('Aide'),
    );
    expect(menu.getAttribute('aria-expanded')).toBe('false');
  });
});

test('the display settings change the colours of the site', async () => {
  open('/');
  document.documentElement.setAttribute('data-fr-scheme', 'system');
  await userEvent.click(await screen.findByRole('button', { name: 'Affichage' }));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Comme mon appareil' }).checked).toBe(true);
  await userEvent.click(screen.getByRole('radio', { name: 'Sombre' }));
  expect(document.documentElement.getAttribute('data-fr-theme')).toBe('dark');
  expect(localStorage.getItem('scheme')).toBe('dark');
});

test('a page that breaks keeps the frame around it, and says what to do', async () => {
  // React reports what the error page has caught.
  const silence = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  open('/casse');
  expect(
    await screen.findByRole('heading', { level: 1, name: 'Cette page n’a pas pu s’afficher' }),
  ).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Recharger la page' })).toBeTruthy();
  expect(screen.getByRole('contentinfo')).toBeTruthy();
  silence.mockRestore();
});
