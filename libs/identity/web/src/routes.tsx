import { type RouteObject } from 'react-router';
import { type AccountPlace } from './account/account-places';
import { administrationRoutes } from './administration/routes';
import { SETUP_PATH } from './second-factor/setup-path';

/** The pages of this domain, composed by apps/web with what other domains add to one's own space. */
export const identityRoutes = (accountPlaces: readonly AccountPlace[]): RouteObject[] => [
  { path: '/connexion', lazy: () => import('./sign-in/sign-in-page') },
  { path: '/connexion/confirmer', lazy: () => import('./sign-in/confirm-page') },
  { path: '/connexion/second-facteur', lazy: () => import('./second-factor/second-factor-page') },
  { path: '/connexion/compte', lazy: () => import('./registration/registration-page') },
  {
    path: '/mon-espace',
    lazy: async () => {
      const { AccountPage } = await import('./account/account-page');
      return { element: <AccountPage places={accountPlaces} /> };
    },
  },
  { path: '/mon-espace/donnees', lazy: () => import('./personal-data/my-data-page') },
  { path: '/mon-espace/securite', lazy: () => import('./security/security-page') },
  { path: SETUP_PATH, lazy: () => import('./second-factor/setup-page') },
  { path: '/pilotage/oppositions', lazy: () => import('./oppositions/oppositions-page') },
  { path: '/mon-espace/profil', lazy: () => import('./profile/profile-page') },
  ...administrationRoutes(accountPlaces),
];
