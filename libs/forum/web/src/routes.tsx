import type { RouteObject } from 'react-router';

const DEBATES = '/concertations/:slug/debats';

/** The pages of this domain. */
export const forumRoutes = (): RouteObject[] => [
  { path: DEBATES, lazy: () => import('./topics/debates-page') },
  { path: `${DEBATES}/:topicId`, lazy: () => import('./topic/topic-page') },
];
