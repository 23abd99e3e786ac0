import { type RouteObject } from 'react-router';
import { type AccountPlace } from '../account/account-places';
import { ADMINISTRATION } from './places';

/** The pages of administrators, with a tile for each that other domains have there. To others they do not exist. */
export const administrationRoutes = (accountPlaces: readonly AccountPlace[]): RouteObject[] => [
  {
    path: ADMINISTRATION.to,
    lazy: async () => {
      const { AdministrationPage } = await import('./administration-page');
      const places = accountPlaces.filter(({ to }) => to.startsWith(`${ADMINISTRATION.to}/`));
      return { element: <AdministrationPage places={places} /> };
    },
  },
  { path: '/administration/comptes', lazy: () => import('./accounts-page') },
  { path: '/administration/comptes/:id', lazy: () => import('./account-page') },
  { path: '/administration/journal', lazy: () => import('./audit-page') },
];
