import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { cleanup, configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Outlet, useLocation, useRouteError } from 'react-router';
import { resultsRoutes } from './results-routes';

const definition = {
  title: 'Votre avis',
  sections: [
    {
      code: 'profile',
      title: 'Vous',
      questions: [
        { code: 'role', type: 'single', label: 'Rôle ?', profile: 'role', options: [] },
        { code: 'level', type: 'single', label: 'Niveau ?', profile: 'level', options: [] },
      ],
    },
    {
      code: 'learning',
      theme: 'apprendre',
      title: 'Apprendre et réussir',
      questions: [{ code: 'textbooks', type: 'single', label: 'Des manuels ?', options: [] }],
    },
    { code: 'closing', title: 'Pour finir', questions: [] },
  ],
};
const questionnaire = {
  id: 'q1',
  slug: 'avis',
  title: 'Votre avis',
  definition,
  consultation: {
    slug: 'edition',
    title: 'Édition',
    themes: [
      { id: 't', slug: 'apprendre', shortTitle: 'Apprendre', accent: 'green-emeraude', pictogram: 'Book' },
    ],
  },
};

const option = (code: string, label: string, count: number | null, shown: number) => ({
  code,
  label,
  count,
  share: count === null ? null : count / shown,
  mean: null,
  ranks: null,
});
const textbooks = (shown: number | null, yes: number | null, no: number | null) => ({
  code: 'textbooks',
  kind: 'single',
  label: 'Des manuels ?',
  shown,
  answered: shown,
  mean: null,
  suppressed: yes === null || no === null,
  options: shown === null ? [] : [option('yes', 'Oui', yes, shown), option('no', 'Non', no, shown)],
  rows: [],
});
const profile = [
  {
    ...textbooks(0, 0, 0),
    code: 'role',
    options: [option('pupil', 'Élève', 100, 300), option('parent', 'Parent', 200, 300)],
  },
  { ...textbooks(0, 0, 0), code: 'level', options: [option('college', 'Collège', 300, 300)] },
];
const base = {
  asOf: '2026-11-22T09:42:00Z',
  exact: false,
  refused: null,
  suppressed: false,
  total: 300,
  groups: [],
};
const groups = [
  { code: 'pupil', label: 'Élève', total: 100, questions: [textbooks(100, 61, 39)] },
  { code: 'parent', label: 'Parent', total: 200, questions: [textbooks(200, 80, 120)] },
  { code: 'citizen', label: 'Citoyen', total: 30, questions: [textbooks(0, 0, 0)] },
  { code: 'partner', label: 'Partenaire', total: 14, questions: [textbooks(14, null, null)] },
  { code: '_', label: 'Non précisé', total: null, questions: [textbooks(null, null, null)] },
];

const answers: MockAnswers = {
  ResultsQuestionnaire: () => ({ questionnaire }),
  Results: ({ section, by, where }) => {
    if (section === 'profile') return { results: { ...base, questions: profile } };
    if (by && (where as unknown[]).length > 0) {
      return { results: { ...base, refused: 'TOO_FINE', total: null, questions: [] } };
    }
    return { results: { ...base, questions: [textbooks(300, 141, 159)], groups: by ? groups : [] } };
  },
};

function Place() {
  const { pathname, search } = useLocation();
  return (
    <>
      <p data-testid="place">{decodeURIComponent(pathname + search)}</p>
      <Outlet />
    </>
  );
}
function Broken() {
  return <p>introuvable : {(useRouteError() as { code: string }).code}</p>;
}

const PUBLIC = '/concertations/edition/questionnaires/avis/resultats';
const STAFF = '/pilotage/questionnaires/q1/resultats';

function open(address: string, network: MockAnswers = answers) {
  const calls = mockNetwork(network);
  const pages = [...resultsRoutes, { path: '/connexion', element: <p>connexion</p> }];
  close = renderRoutes(
    [{ Component: Place, children: [{ ErrorBoundary: Broken, children: pages }] }],
    address,
  ).close;
  return calls;
}

// The first page waits for its code to be compiled.
configure({ asyncUtilTimeout: 20_000 });

let close: () => void = () => undefined;
const user = userEvent.setup();
const place = () => screen.getByTestId('place').textContent;
/** Non-breaking spaces read as spaces. */
const text = (element: HTMLElement) => element.textContent?.replace(/[\u00a0\u202f]/g, ' ');

beforeEach(() => {
  // The router reports what a page throws on, which is how a page says that it does not exist.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  close();
  cleanup();
  jest.restoreAllMocks();
});

describe('results for everybody', () => {
  test('open on the first theme, with the number of answers and its date', async () => {
    open(PUBLIC);
    expect(await screen.findByRole('heading', { level: 1, name: 'Apprendre et réussir' })).toBeTruthy();
    const question = await screen.findByRole('article', { name: 'Des manuels ?' });
    expect(text(document.body)).toContain('300 réponses au 22 novembre 2026 à 10:42');
    expect(text(question)).toContain('Question posée à 300 personnes, qui ont toutes répondu.');
    expect(within(question).getAllByRole('listitem').map(text)).toEqual(['Oui47 % · 141', 'Non53 % · 159']);
    expect(screen.getByRole('link', { name: 'Apprendre' }).getAttribute('aria-current')).toBe('page');
  });

  test('compared, have one chart per group, largest first, and say which groups have none', async () => {
    open(`${PUBLIC}?croiser=role`);
    const question = await screen.findByRole('article');
    expect(
      within(question)
        .getAllByRole('figure')
        .map((figure) => figure.getAttribute('aria-label')),
    ).toEqual(['Des manuels ? Ensemble', 'Des manuels ? Parent', 'Des manuels ? Élève']);
    expect(text(question)).toContain('Question non posée : Citoyen.');
    expect(text(question)).toContain('Chiffres non publiés : Partenaire ; Non précisé.');
  });

  test('have the same figures as a table behind a button', async () => {
    open(`${PUBLIC}?croiser=role`);
    const button = await screen.findByRole('button', { name: /Afficher le tableau/ });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    await user.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows.map(text)).toEqual([
      'RôleQuestion posée àOuiNon',
      'Ensemble300141 (47 %)159 (53 %)',
      'Parent20080 (40 %)120 (60 %)',
      'Élève10061 (61 %)39 (39 %)',
    ]);
  });

  test('keep the choice in the address: comparing gives up the restriction, and the other way round', async () => {
    open(`${PUBLIC}?filtre=level:college`);
    expect(((await screen.findByLabelText('Ne garder que')) as HTMLSelectElement).value).toBe(
      'level:college',
    );
    await user.selectOptions(screen.getByLabelText('Comparer selon'), 'Rôle');
    expect(place()).toBe(`${PUBLIC}?theme=apprendre&croiser=role`);
    await user.selectOptions(screen.getByLabelText('Ne garder que'), 'Élève');
    expect(place()).toBe(`${PUBLIC}?theme=apprendre&filtre=role:pupil`);
  });

  test('refused as too fine, say why and lead to the nearest ones that exist', async () => {
    open(`${PUBLIC}?croiser=role&filtre=level:college`);
    expect(await screen.findByRole('heading', { name: /Comparer ou restreindre/ })).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'Garder seulement la comparaison' }));
    expect(place()).toBe(`${PUBLIC}?theme=apprendre&croiser=role`);
    expect(await screen.findByRole('article')).toBeTruthy();
  });

  test('asked with a value that does not exist, lead back', async () => {
    open(`${PUBLIC}?filtre=level:nowhere`, {
      ...answers,
      Results: (variables) => {
        if ((variables['where'] as unknown[]).length > 0) throw refusal('BAD_INPUT');
        return answers['Results']?.(variables);
      },
    });
    expect(await screen.findByRole('link', { name: 'Voir toutes les réponses ensemble' })).toBeTruthy();
  });

  test('withheld, are marked and explained', async () => {
    open(PUBLIC, {
      ...answers,
      Results: () => ({ results: { ...base, suppressed: true, questions: [textbooks(30, 19, null)] } }),
    });
    const question = await screen.findByRole('article');
    expect(within(question).getAllByText('non publié')).toHaveLength(1);
    const link = within(question).getByRole('link', { name: 'Pourquoi certains chiffres manquent' });
    expect(document.querySelector(link.getAttribute('href') ?? '')?.textContent).toBe(
      'Pourquoi certains chiffres manquent',
    );
  });

  test('before the first eleven answers, say so', async () => {
    open(PUBLIC, { ...answers, Results: () => ({ results: { ...base, total: null, questions: [] } }) });
    expect(await screen.findByText(/à partir de onze réponses/)).toBeTruthy();
  });

  test('that fail can be asked again', async () => {
    let working = false;
    open(PUBLIC, {
      ...answers,
      Results: (variables) => {
        if (!working) throw refusal('INTERNAL');
        return answers['Results']?.(variables);
      },
    });
    const retry = await screen.findByRole('button', { name: 'Réessayer' });
    working = true;
    await user.click(retry);
    expect(await screen.findByRole('article')).toBeTruthy();
  });

  test('of a questionnaire that does not exist are a page that does not exist', async () => {
    open(PUBLIC, { ResultsQuestionnaire: () => ({ questionnaire: null }) });
    expect(await screen.findByText('introuvable : NOT_FOUND')).toBeTruthy();
  });

  test('travel as cacheable requests', async () => {
    const calls = open(PUBLIC);
    await screen.findByRole('article');
    expect(new Set(calls.map(({ method }) => method))).toEqual(new Set(['GET']));
  });
});

describe('results for staff', () => {
  test('combine a comparison and several restrictions, and are never asked from a shared cache', async () => {
    const calls = open(`${STAFF}?croiser=role&filtre=level:college`);
    const roles = await screen.findByLabelText(/Restreindre.*rôle/);
    await within(roles).findByRole('option', { name: 'Élève' });
    await user.selectOptions(roles, 'Élève');
    expect(place()).toBe(`${STAFF}?theme=apprendre&croiser=role&filtre=level:college&filtre=role:pupil`);
    const exact = calls.filter(({ operation }) => operation === 'Results');
    expect(exact.every(({ method, variables }) => method === 'POST' && variables['exact'] === true)).toBe(
      true,
    );
  });

  test('send a visitor to sign in, and say where to come back to', async () => {
    open(`${STAFF}?croiser=role`, {
      ...answers,
      Results: () => {
        throw refusal('UNAUTHENTICATED');
      },
    });
    await screen.findByText('connexion');
    expect(place()).toBe(`/connexion?retour=${STAFF}?croiser=role`);
  });

  test('do not exist for who may not see them', async () => {
    open(STAFF, {
      ...answers,
      Results: () => {
        throw refusal('NOT_FOUND');
      },
    });
    expect(await screen.findByText('introuvable : NOT_FOUND')).toBeTruthy();
  });
});
