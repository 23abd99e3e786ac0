import { type RouteObject } from 'react-router';

/** The pages of this domain, composed by apps/web. */
export const routes: RouteObject[] = [
  { path: '/recherche', lazy: () => import('./searching/search-page') },
  { path: '/pilotage/synonymes', lazy: () => import('./synonyms/synonyms-page') },
];
