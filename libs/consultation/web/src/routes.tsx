import type { RouteObject } from 'react-router';
import type { ConsultationAction } from './consultation-page';
import type { ThemePlace } from './theme-places';

/** The pages of this domain, composed by apps/web with what other domains add to a theme, in their order on the page, and to a consultation. */
export const consultationRoutes = (
  themePlaces: readonly ThemePlace[],
  Action: ConsultationAction,
): RouteObject[] => [
  { path: '/', lazy: () => import('./home-page') },
  {
    path: '/concertations/:slug',
    lazy: async () => {
      const { ConsultationPage } = await import('./consultation-page');
      return { element: <ConsultationPage Action={Action} /> };
    },
  },
  {
    path: '/concertations/:slug/themes/:theme',
    lazy: async () => {
      const { ThemePage } = await import('./theme-page');
      return { element: <ThemePage places={themePlaces} /> };
    },
  },
];
