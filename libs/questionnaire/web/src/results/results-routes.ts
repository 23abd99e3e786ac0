import { type RouteObject } from 'react-router';

/** Results for everybody, and the same view with exact figures in the staff area. */
export const resultsRoutes: RouteObject[] = [
  {
    path: '/concertations/:slug/questionnaires/:questionnaire/resultats',
    lazy: () => import('./results-page'),
  },
  { path: '/pilotage/questionnaires/:id/resultats', lazy: () => import('./exact-results-page') },
];
