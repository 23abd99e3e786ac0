import type { RouteObject } from 'react-router';

/** The pages of this domain, composed by apps/web. */
export const routes: RouteObject[] = [
  { path: '/', lazy: () => import('./home-page') },
  { path: '/concertations/:slug', lazy: () => import('./consultation-page') },
  { path: '/concertations/:slug/themes/:theme', lazy: () => import('./theme-page') },
];
