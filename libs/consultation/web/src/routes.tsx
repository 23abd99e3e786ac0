import type { RouteObject } from 'react-router';
import type { ThemePlace } from './theme-places';

/** The pages of this domain, composed by apps/web with what other domains add to a theme, in their order on the page. */
export const consultationRoutes = (themePlaces: readonly ThemePlace[]): RouteObject[] => [
  { path: '/', lazy: () => import('./home-page') },
  { path: '/concertations/:slug', lazy: () => import('./consultation-page') },
  {
    path: '/concertations/:slug/themes/:theme',
    lazy: async () => {
      const { ThemePage } = await import('./theme-page');
      return { element: <ThemePage places={themePlaces} /> };
    },
  },
];
