import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { GraphQLFailure } from '@preau/graphql';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BarChart } from './bar-chart';
import { BigFigure } from './big-figure';
import { ErrorSummary, FieldGroup } from './form-messages';
import { Page } from './page';
import { Pagination } from './pagination';
import { Failure } from './states';

afterEach(cleanup);

describe('Page', () => {
  test('names the window, and moves the focus to its title only when the address has changed', () => {
    const first = render(<Page title="Accueil">…</Page>);
    expect(document.title).toBe('Accueil — Préau');
    expect(document.activeElement).toBe(document.body);
    first.unmount();

    window.history.pushState(null, '', '/aide');
    render(<Page title="Aide">…</Page>);
    expect(document.title).toBe('Aide — Préau');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Aide' }));
  });

  test('does not take the focus back when the page is filled or filtered', () => {
    window.history.pushState(null, '', '/resultats');
    const page = render(
      <Page title="Résultats">
        <button>Filtrer</button>
      </Page>,
    );
    screen.getByRole('button').focus();
    window.history.replaceState(null, '', '/resultats?par=role');
    page.rerender(
      <Page title="Résultats par rôle">
        <button>Filtrer</button>
      </Page>,
    );
    expect(document.activeElement).toBe(screen.getByRole('button'));
  });

  test('moves the focus at each step of one address', () => {
    const page = render(
      <Page title="Profil" step="profil">
        …
      </Page>,
    );
    (document.activeElement as HTMLElement).blur();
    const focus = jest.spyOn(HTMLElement.prototype, 'focus');
    page.rerender(
      <Page title="Thème 1" step="theme-1">
        …
      </Page>,
    );
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    // Nothing else scrolls to it.
    expect(focus.mock.calls).toEqual([[]]);
    focus.mockRestore();
  });
});

test.each([
  [1, 3, '1 sur 3 affiché'],
  [2, 3, '2 sur 3 affichés'],
  [1, null, '1 affiché'],
])('Pagination: %i of %j', (shown, total, said) => {
  render(<Pagination shown={shown} total={total} hasMore={false} onMore={() => undefined} />);
  expect(screen.getByRole('status').textContent).toBe(said);
});

describe('BarChart', () => {
  const chart = (
    <BarChart
      title="Que souhaitez-vous ?"
      base={{ count: 1834, of: 'personnes ont vu cette question' }}
      bars={[
        { label: 'Des manuels numériques', share: 0.61, count: 1119 },
        { label: 'Autre', share: null, count: null },
      ]}
    />
  );

  test('says every value of how many, and what is withheld, without its drawing', () => {
    render(chart);
    const figure = screen.getByRole('figure', { name: 'Que souhaitez-vous ?' });
    expect(figure.textContent).toContain('1\u202f834 personnes ont vu cette question');
    const [wanted, other] = within(figure).getAllByRole('listitem');
    expect(wanted?.textContent).toBe('Des manuels numériques61\u202f% · 1\u202f119');
    expect(other?.textContent).toBe('Autremoins de 11');
  });

  test('gives the same figures as a table on demand', async () => {
    render(chart);
    const toggle = screen.getByRole('button', { name: /Afficher le tableau/ });
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    await userEvent.click(toggle);
    const row = screen.getByRole('row', { name: /Des manuels numériques/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['1\u202f119', '61\u202f%']);
    expect(screen.queryByRole('list')).toBeNull();
  });
});

describe('ErrorSummary', () => {
  test('takes the focus and leads to each field', async () => {
    render(
      <>
        <ErrorSummary problems={[{ fieldId: 'role', message: 'Dites à quel titre vous répondez.' }]} />
        <FieldGroup id="role" legend="Votre rôle" required error="Choisissez une réponse.">
          <input type="radio" aria-label="Parent" />
        </FieldGroup>
      </>,
    );
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    const field = screen.getByRole('group', { name: 'Votre rôle (obligatoire)' });
    field.scrollIntoView = () => undefined;
    await userEvent.click(screen.getByRole('link', { name: 'Dites à quel titre vous répondez.' }));
    expect(document.activeElement).toBe(field);
    const description = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    expect(description?.textContent).toBe('Choisissez une réponse.');
  });
});

describe('states', () => {
  test('a failed page has a title of its own, a failed part of a page does not add one', () => {
    const page = render(<Failure error={new Error('bug')} />);
    expect(screen.getByRole('heading', { level: 1, name: 'Cette page n’a pas pu s’afficher' })).toBeTruthy();
    page.unmount();
    render(
      <Page title="Statistiques">
        <Failure error={new Error('bug')} />
      </Page>,
    );
    expect(screen.getAllByRole('heading', { level: 1 }).map((title) => title.textContent)).toEqual([
      'Statistiques',
    ]);
    expect(screen.getByRole('heading', { level: 2 })).toBeTruthy();
  });

  test('a failure says what to do and lets one try again', async () => {
    let tries = 0;
    render(<Failure error={new GraphQLFailure('OFFLINE', '')} retry={() => (tries += 1)} />);
    expect(screen.getByText(/Vérifiez votre réseau/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
    expect(tries).toBe(1);
  });

  test('a large figure carries its date', () => {
    render(<BigFigure value={51003} label="réponses" asOf="2026-11-22T09:00:00Z" />);
    expect(screen.getByText(/réponses/).parentElement?.textContent).toBe(
      '51\u202f003 réponses au 22 novembre 2026 à\u00a010:00',
    );
  });
});
