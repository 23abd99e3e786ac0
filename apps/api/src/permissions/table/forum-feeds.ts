import { everyone } from '../expected';
import type { Rows } from '../row';
import { absent } from '../stage';
import { aTopic, foreign } from './forum-objects';

export const forumFeeds: Rows = {
  'FeedsController.theme': {
    'of a consultation': [(s) => `/feeds/${s.consultation}/themes/theme.atom`, everyone()],
    absent: [(s) => `/feeds/${s.consultation}/themes/absent.atom`, everyone('NOT_FOUND')],
  },
  'FeedsController.topic': {
    'somebody else’s': [
      async (s) => `/feeds/${s.consultation}/topics/${await aTopic(s, await foreign(s))}.atom`,
      everyone(),
    ],
    'one’s own that is held': [
      async (s) => `/feeds/${s.consultation}/topics/${await aTopic(s, s.me.id, { status: 'HELD' })}.atom`,
      everyone('NOT_FOUND'),
    ],
    deleted: [
      async (s) =>
        `/feeds/${s.consultation}/topics/${await aTopic(s, await foreign(s), { status: 'DELETED' })}.atom`,
      everyone('NOT_FOUND'),
    ],
    absent: [(s) => `/feeds/${s.consultation}/topics/${absent}.atom`, everyone('NOT_FOUND')],
  },
};
