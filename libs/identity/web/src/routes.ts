import { type RouteObject } from 'react-router';

/** The pages of this domain, composed by apps/web. */
export const routes: RouteObject[] = [
  { path: '/connexion', lazy: () => import('./sign-in/sign-in-page') },
  { path: '/connexion/confirmer', lazy: () => import('./sign-in/confirm-page') },
  { path: '/mon-espace', lazy: () => import('./account/account-page') },
];
