import { consultationRoutes, type ThemePlace } from '@preau/consultation-web';
import { routes as exportsRoutes } from '@preau/exports-web';
import { forumRoutes } from '@preau/forum-web';
import { identityRoutes, type AccountPlace } from '@preau/identity-web';
import { routes as notificationsRoutes } from '@preau/notifications-web';
import { routes as questionnaireRoutes } from '@preau/questionnaire-web';
import { routes as searchRoutes } from '@preau/search-web';
import { Loading } from '@preau/ui';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { contentRoutes } from './content-routes';
import { DebatesPlace } from './debates-place';
import { ErrorPage } from './error-page';
import { FollowPlace } from './follow-place';
import { Layout } from './layout';
import { SuggestionsPlace } from './suggestions-place';

/** Debates, resources, meetings and syntheses of a theme take their place here with their domains. */
const themePlaces: readonly ThemePlace[] = [DebatesPlace];

/** What the domains add to one's own space, as tiles in this order. */
const accountPlaces: readonly AccountPlace[] = [
  {
    to: '/mon-espace/reponses',
    title: 'Mes réponses',
    text: 'Les questionnaires que vous avez commencés ou envoyés.',
    section: 'participation',
  },
  {
    to: '/mon-espace/messages',
    title: 'Mes messages',
    text: 'Ce que vous avez écrit dans les débats, et ce qu’il en est.',
    section: 'participation',
  },
  {
    to: '/mon-espace/suivis',
    title: 'Mes sujets suivis',
    text: 'Les débats dont les nouveautés vous sont annoncées.',
    section: 'participation',
  },
  {
    to: '/mon-espace/brouillons',
    title: 'Mes brouillons',
    text: 'Les messages que vous avez commencés.',
    section: 'participation',
  },
  {
    to: '/mon-espace/notifications',
    title: 'Mes notifications',
    text: 'Ce qui est arrivé à votre compte et à ce que vous suivez.',
    section: 'participation',
  },
  {
    to: '/mon-espace/courriels',
    title: 'Mes courriels',
    text: 'Ceux que vous recevez, et combien au plus.',
    section: 'account',
  },
  {
    to: '/mon-espace/personnes-masquees',
    title: 'Personnes que je ne veux plus lire',
    text: 'Leurs messages sont repliés\u00a0; vous pouvez y revenir.',
    section: 'account',
  },
  {
    to: '/pilotage/synonymes',
    title: 'Recherche',
    text: 'Les synonymes des sigles, l’état de l’index.',
    section: 'team',
    roles: ['STAFF', 'ADMIN'],
  },
  {
    to: '/pilotage/services',
    title: 'Services du ministère',
    text: 'Les noms sous lesquels l’équipe répond dans les débats.',
    section: 'team',
    roles: ['STAFF', 'ADMIN'],
  },
  {
    to: '/administration/envois',
    title: 'Envois de courriels',
    text: 'Ce qui part, ce qui attend, ce qui ne peut pas partir.',
    section: 'team',
    roles: ['ADMIN'],
  },
];

/** Every page of the site. Domains bring their own; the shell adds what belongs to none. */
export const routes: RouteObject[] = [
  {
    Component: Layout,
    ErrorBoundary: ErrorPage,
    children: [
      {
        ErrorBoundary: ErrorPage,
        HydrateFallback: Loading,
        children: [
          ...consultationRoutes(themePlaces, FollowPlace),
          ...questionnaireRoutes,
          ...forumRoutes(SuggestionsPlace),
          ...identityRoutes(accountPlaces),
          ...notificationsRoutes,
          ...searchRoutes,
          ...exportsRoutes,
          ...contentRoutes,
          { path: '*', lazy: () => import('./not-found-page') },
        ],
      },
    ],
  },
];

export const createRouter = () => createBrowserRouter(routes);
