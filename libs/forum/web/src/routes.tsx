import type { RouteObject } from 'react-router';
import type { SuggestionsPlace } from './new-topic/suggestions-place';

const DEBATES = '/concertations/:slug/debats';
const MESSAGE = `${DEBATES}/:topicId/messages/:postId`;

/** The pages of this domain, composed by apps/web with what another domain suggests to whoever writes. */
export const forumRoutes = (Suggestions: SuggestionsPlace): RouteObject[] => [
  { path: DEBATES, lazy: () => import('./topics/debates-page') },
  {
    path: `${DEBATES}/nouveau`,
    lazy: async () => {
      const { NewTopicPage } = await import('./new-topic/new-topic-page');
      return { element: <NewTopicPage Suggestions={Suggestions} /> };
    },
  },
  { path: `${DEBATES}/reponses-officielles`, lazy: () => import('./official/official-page') },
  { path: `${DEBATES}/:topicId`, lazy: () => import('./topic/topic-page') },
  { path: '/pilotage/services', lazy: () => import('./services/services-page') },
  { path: MESSAGE, lazy: () => import('./permalink/message-page') },
  { path: `${MESSAGE}/fil`, lazy: () => import('./permalink/deep-thread-page') },
  { path: '/mon-espace/messages', lazy: () => import('./mine/my-messages-page') },
  { path: '/mon-espace/suivis', lazy: () => import('./mine/followed-topics-page') },
  { path: '/mon-espace/brouillons', lazy: () => import('./mine/my-drafts-page') },
  { path: '/mon-espace/personnes-masquees', lazy: () => import('./mine/muted-people-page') },
];
