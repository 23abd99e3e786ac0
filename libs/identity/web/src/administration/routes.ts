import { type RouteObject } from 'react-router';

/** The pages of administrators. To others they do not exist. */
export const administrationRoutes: RouteObject[] = [
  { path: '/administration', lazy: () => import('./administration-page') },
  { path: '/administration/comptes', lazy: () => import('./accounts-page') },
  { path: '/administration/comptes/:id', lazy: () => import('./account-page') },
  { path: '/administration/journal', lazy: () => import('./audit-page') },
];
