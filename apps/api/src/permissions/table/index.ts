import type { Rows } from '../row';
import { administration } from './administration';
import { consultation } from './consultation';
import { exports_ } from './exports';
import { files } from './files';
import { forum } from './forum';
import { forumDrafts } from './forum-drafts';
import { forumFeeds } from './forum-feeds';
import { forumFollowing } from './forum-following';
import { frame } from './frame';
import { identity } from './identity';
import { notifications } from './notifications';
import { personalData } from './personal-data';
import { personalRights } from './personal-rights';
import { questionnaire } from './questionnaire';
import { rights } from './rights';
import { search } from './search';
import { security } from './security';

/**
 * Who may do what: reviewed by people, walked by `permissions.test.ts`.
 *
 * To add an operation, add a row to the file of its domain, named as the test that fails names it (`Query.field`,
 * `Mutation.field`, `Controller.method`):
 *
 *     'Mutation.deletePost': {
 *       'one’s own': [async (s) => ({ id: await aPost(s, s.me) }), signedIn()],
 *       'somebody else’s': [async (s) => ({ id: await aPost(s, await s.somebody()) }), only('moderator')],
 *       'absent': [() => ({ id: absent }), signedIn('REFUSED:UNKNOWN_POST')],
 *     },
 *
 * Each case gives the variables of the operation (or the address of the route: `/exports/…`, `POST /…`), and what comes of it for
 * every part (`parts.ts`), by the presets of `expected.ts`: `everyone`, `signedIn`, `only(role)`, `differs`, `but(…, { part: … })`. A case is
 * played once per part, each time by a new account with a session of its own (`s.me`, `s.headers`): make what it needs in it.
 * An operation that takes an object has a case for one's own, somebody else's, a hidden or deleted one, and an absent one.
 */
export const TABLE: Rows = {
  ...forum,
  ...forumDrafts,
  ...forumFeeds,
  ...forumFollowing,
  ...files,
  ...frame,
  ...identity,
  ...security,
  ...personalData,
  ...personalRights,
  ...rights,
  ...administration,
  ...consultation,
  ...questionnaire,
  ...notifications,
  ...search,
  ...exports_,
};
