import { type RouteObject } from 'react-router';

/** The staff area. Exact results live beside it, in the questionnaire's own pages: apps/web composes them. */
export const routes: RouteObject[] = [
  { path: '/pilotage', lazy: () => import('./staff-home-page') },
  { path: '/pilotage/questionnaires/:id', lazy: () => import('./staff-questionnaire-page') },
];
