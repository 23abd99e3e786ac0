import { afterEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { cleanup, configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { consultationRoutes } from './routes';
import type { ThemePlace } from './theme-places';

const themes = [
  {
    id: 't1',
    slug: 'apprendre',
    title: 'Le numérique et les apprentissages',
    shortTitle: 'Apprendre et réussir',
    summary: 'Ce qui aide à apprendre.',
    problem: 'Quels usages font progresser ?',
    challenges: ['Mieux accompagner les élèves à distance'],
    accent: 'green-emeraude',
    pictogram: 'Book',
  },
  {
    id: 't2',
    slug: 'ouvrir',
    title: 'Un facteur d’ouverture',
    shortTitle: 'Ouvrir l’école',
    summary: 'Relier la classe et le monde.',
    problem: 'Comment s’ouvrir ?',
    challenges: [],
    accent: 'yellow-tournesol',
    pictogram: 'Map',
  },
];
const form = {
  id: 'q1',
  slug: 'avis',
  title: 'Votre avis',
  status: 'PUBLISHED',
  viewerCan: { answer: true },
  definition: {
    sections: [
      { code: 'profile', title: 'Vous', questions: [{}] },
      { code: 'learning', theme: 'apprendre', title: { fr: 'Apprendre' }, questions: [{}, {}, {}] },
    ],
  },
};
const open = {
  id: 'c1',
  slug: 'edition',
  title: 'Concertation sur le numérique',
  summary: 'Dites comment l’École doit se servir du numérique.',
  phase: 'OPEN',
  opensAt: '2026-11-08T08:00:00Z',
  closesAt: '2026-12-27T20:00:00Z',
  daysLeft: 35,
  demonstrationNote: null as string | null,
  presentation: ['Pourquoi nous en parlons.'],
  report: [] as string[],
  partners: [{ id: 'p1', name: 'Association des maires' }],
  questionnaires: [form],
  themes,
  participation: { responses: 1991, posts: 1, events: 5, asOf: '2026-11-22T09:00:00Z' },
};
const upcoming = { ...open, phase: 'UPCOMING', daysLeft: null, opensAt: '2027-03-03T08:00:00Z' };
const closed = { ...open, phase: 'CLOSED', daysLeft: null };
const reported = {
  ...closed,
  id: 'c2',
  slug: 'etats-generaux-2020',
  title: 'États généraux',
  phase: 'REPORTED',
  report: ['Au terme de ce travail, 40 propositions finales ont été retenues.'],
};

configure({ asyncUtilTimeout: 20_000 });
afterEach(cleanup);

function show(address: string, answers: MockAnswers, places: readonly ThemePlace[] = []) {
  mockNetwork(answers);
  const elsewhere = { path: '*', element: <p>ailleurs</p> };
  return renderRoutes([...consultationRoutes(places, () => null), elsewhere], address).router;
}
const home = (...consultations: unknown[]) => show('/', { Home: () => ({ consultations }) });
const page = (consultation: unknown, slug = 'edition') =>
  show(`/concertations/${slug}`, { ConsultationPage: () => ({ consultation }) });
const theme = (consultation: unknown, slug: string, places: readonly ThemePlace[] = []) =>
  show(`/concertations/edition/themes/${slug}`, { ThemePage: () => ({ consultation }) }, places);
const title = (name: string) => screen.findByRole('heading', { level: 1, name });
const link = (name: string) => screen.getByRole('link', { name }).getAttribute('href');

describe('the home page', () => {
  test('says what this is, what to do, until when, and how many did', async () => {
    home(open, reported);
    await title('Concertation sur le numérique');
    expect(document.title).toBe('Accueil — Préau');
    expect(link('Répondre au questionnaire')).toBe('/concertations/edition/questionnaires/avis');
    expect(screen.getByText('Encore 35 jours pour répondre')).toBeTruthy();
    expect(screen.getByText('Ouverte jusqu’au 27 décembre 2026')).toBeTruthy();
    const figures = screen.getByRole('region', { name: 'La participation en chiffres' });
    expect([...figures.querySelectorAll('p')].map((figure) => figure.textContent)).toEqual([
      '1\u202f991 réponses au questionnaire au 22 novembre 2026 à\u00a010:00',
      '1 message échangé au 22 novembre 2026 à\u00a010:00',
      '5 rencontres au 22 novembre 2026 à\u00a010:00',
    ]);
  });

  test('leads to each theme and to the other editions', async () => {
    home(reported, open);
    await title('Concertation sur le numérique');
    expect(link('Apprendre et réussir')).toBe('/concertations/edition/themes/apprendre');
    const others = screen.getByRole('region', { name: 'Les autres concertations' });
    expect(within(others).getByRole('link', { name: 'États généraux' }).getAttribute('href')).toBe(
      '/concertations/etats-generaux-2020',
    );
  });

  test('on the last day says so', async () => {
    home({ ...open, daysLeft: 0 });
    expect(await screen.findByText('Dernier jour pour répondre')).toBeTruthy();
  });

  test('with no consultation at all stays a page', async () => {
    home();
    await title('Bienvenue dans le préau');
    expect(screen.getByText(/Aucune concertation n’est annoncée/)).toBeTruthy();
  });

  test('that could not be read says what to do, and can be tried again', async () => {
    let broken = true;
    show('/', {
      Home: () => {
        if (broken) throw refusal('INTERNAL');
        return { consultations: [open] };
      },
    });
    await title('Cette page n’a pas pu s’afficher');
    broken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
    await title('Concertation sur le numérique');
  });
});

describe('a consultation, in each phase', () => {
  test('before its opening: when to come back, nothing to count, nothing to answer', async () => {
    page(upcoming);
    await title('Concertation sur le numérique');
    expect(screen.getByText('3 mars 2027')).toBeTruthy();
    expect(screen.queryByRole('link', { name: /questionnaire/ })).toBeNull();
    expect(screen.queryByRole('region', { name: 'La participation en chiffres' })).toBeNull();
  });

  test('closed: the results instead of the questionnaire', async () => {
    page(closed);
    await title('Concertation sur le numérique');
    expect(link('Voir les résultats du questionnaire')).toBe(
      '/concertations/edition/questionnaires/avis/resultats',
    );
    expect(screen.queryByRole('link', { name: 'Répondre au questionnaire' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Le bilan' })).toBeNull();
  });

  test('reported: what came out of it', async () => {
    page(reported, 'etats-generaux-2020');
    await title('États généraux');
    expect(
      within(screen.getByRole('region', { name: 'Le bilan' })).getByText(/40 propositions/),
    ).toBeTruthy();
  });

  test('a form still being written is not offered', async () => {
    page({ ...open, questionnaires: [{ ...form, status: 'DRAFT', viewerCan: { answer: false } }] });
    await title('Concertation sur le numérique');
    expect(screen.queryByRole('link', { name: 'Répondre au questionnaire' })).toBeNull();
  });

  test('unknown: said, with a way on', async () => {
    page(null);
    await title('Page introuvable');
    expect(link('Voir les concertations en cours')).toBe('/');
  });
});

describe('a theme', () => {
  test('gives its problem, its challenges and its part of the questionnaire', async () => {
    theme(open, 'apprendre');
    await title('Le numérique et les apprentissages');
    expect(document.title).toBe('Apprendre et réussir — Préau');
    expect(screen.getByText('Quels usages font progresser ?')).toBeTruthy();
    expect(screen.getByText('Mieux accompagner les élèves à distance')).toBeTruthy();
    expect(screen.getByText(/« Apprendre » compte 3 questions/)).toBeTruthy();
    expect(link('Voir les résultats du thème')).toBe(
      '/concertations/edition/questionnaires/avis/resultats?theme=apprendre',
    );
    expect(link('Ouvrir l’école')).toBe('/concertations/edition/themes/ouvrir');
  });

  test('shows nothing where there is nothing: no challenges, no part of the questionnaire', async () => {
    theme(open, 'ouvrir');
    await title('Un facteur d’ouverture');
    expect(screen.queryByText('Les défis à relever')).toBeNull();
    expect(screen.queryByText('Ce thème dans le questionnaire')).toBeNull();
  });

  test('has the places other domains bring, each only where it has something of this theme', async () => {
    const debates: ThemePlace = ({ consultation, theme: slug }) =>
      slug === 'apprendre' ? <h2>{`Débats de ${consultation}/${slug}`}</h2> : null;
    const meetings: ThemePlace = () => null;
    theme(open, 'apprendre', [debates, meetings]);
    await screen.findByRole('heading', { level: 2, name: 'Débats de edition/apprendre' });
    cleanup();
    theme(open, 'ouvrir', [debates, meetings]);
    await title('Un facteur d’ouverture');
    expect(screen.queryByText(/Débats/)).toBeNull();
  });

  test('unknown: said', async () => {
    theme(open, 'inconnu');
    await title('Page introuvable');
  });
});
