import { type RouteObject } from 'react-router';

/** The pages of this domain, composed by apps/web. */
export const routes: RouteObject[] = [
  { path: '/mon-espace/notifications', lazy: () => import('./notices/notifications-page') },
  { path: '/mon-espace/courriels', lazy: () => import('./preferences/mail-preferences-page') },
  { path: '/desabonnement', lazy: () => import('./preferences/unsubscribe-page') },
  { path: '/administration/envois', lazy: () => import('./mailings/mailings-page') },
];
