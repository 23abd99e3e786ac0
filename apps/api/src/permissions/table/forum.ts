import { randomUUID } from 'node:crypto';
import { but, everyone, only, signedIn } from '../expected';
import type { Rows } from '../row';
import { absent, type Scene } from '../stage';
import { aPost, aTopic, foreign } from './forum-objects';

const words = () => `Des mots ${randomUUID()}`;
const unlessSuspended = but(signedIn(), { suspended: 'REFUSED:SUSPENDED' });
/** Staff, and moderators of the theme. */
const keepers = but(signedIn('REFUSED:OUT_OF_SCOPE'), {
  moderator: 'ALLOWED',
  staff: 'ALLOWED',
  admin: 'ALLOWED',
});
const aService = async ({ api }: Scene) => {
  const id = randomUUID();
  await api.database.query('INSERT INTO forum_service (id, name) VALUES ($1, $2)', [id, `Service ${id}`]);
  return id;
};
const reply = (topicId: string, parentId?: string) => ({
  input: { id: randomUUID(), topicId, parentId, body: words() },
});
const REASON = 'La discussion tourne en rond.';
const edit = (id: string) => ({ input: { id, revision: 0, body: words() } });

export const forum: Rows = {
  'Query.topics': {
    'of a consultation': [
      async (s) => {
        await aTopic(s);
        return { consultation: s.consultation, order: 'RECENT' };
      },
      everyone(),
    ],
    absent: [() => ({ consultation: 'absente', order: 'RECENT' }), everyone('EMPTY')],
  },
  'Query.topic': {
    'one’s own': [async (s) => ({ id: await aTopic(s) }), everyone()],
    'one’s own that is held': [
      async (s) => ({ id: await aTopic(s, s.me.id, { status: 'HELD' }) }),
      but(signedIn(), { visitor: 'null' }),
    ],
    'somebody else’s': [async (s) => ({ id: await aTopic(s, await foreign(s)) }), everyone()],
    'somebody else’s that is held': [
      async (s) => ({ id: await aTopic(s, await foreign(s), { status: 'HELD' }) }),
      everyone('null'),
    ],
    deleted: [async (s) => ({ id: await aTopic(s, await foreign(s), { status: 'DELETED' }) }), everyone()],
    absent: [() => ({ id: absent }), everyone('null')],
  },
  'Query.post': {
    'one’s own': [async (s) => ({ id: await aPost(s) }), everyone()],
    'one’s own that is held': [
      async (s) => ({ id: await aPost(s, s.me.id, { status: 'HELD' }) }),
      but(signedIn(), { visitor: 'null' }),
    ],
    'somebody else’s': [async (s) => ({ id: await aPost(s, await foreign(s)) }), everyone()],
    'somebody else’s that is held': [
      async (s) => ({ id: await aPost(s, await foreign(s), { status: 'HELD' }) }),
      everyone('null'),
    ],
    hidden: [async (s) => ({ id: await aPost(s, await foreign(s), { status: 'HIDDEN' }) }), everyone()],
    deleted: [async (s) => ({ id: await aPost(s, await foreign(s), { status: 'DELETED' }) }), everyone()],
    absent: [() => ({ id: absent }), everyone('null')],
  },
  'Mutation.createTopic': {
    'in a theme': [
      (s) => ({ input: { id: randomUUID(), themeId: s.themeId, title: 'Un nouveau sujet', body: words() } }),
      unlessSuspended,
    ],
    absent: [
      () => ({ input: { id: randomUUID(), themeId: absent, title: 'Un nouveau sujet', body: words() } }),
      signedIn('REFUSED:UNKNOWN_THEME'),
    ],
  },
  'Mutation.replyToTopic': {
    'to one’s own': [async (s) => reply(await aTopic(s)), unlessSuspended],
    'to somebody else’s': [async (s) => reply(await aTopic(s, await foreign(s))), unlessSuspended],
    'to one that is held': [
      async (s) => reply(await aTopic(s, await foreign(s), { status: 'HELD' })),
      but(signedIn('REFUSED:UNKNOWN_TOPIC'), { suspended: 'REFUSED:SUSPENDED' }),
    ],
    'to one that is deleted': [
      async (s) => reply(await aTopic(s, await foreign(s), { status: 'DELETED' })),
      but(signedIn('REFUSED:UNKNOWN_TOPIC'), { suspended: 'REFUSED:SUSPENDED' }),
    ],
    'to a message of another topic': [
      async (s) => reply(await aTopic(s), await aPost(s, await foreign(s))),
      but(signedIn('REFUSED:UNKNOWN_POST'), { suspended: 'REFUSED:SUSPENDED' }),
    ],
    absent: [() => reply(absent), signedIn('REFUSED:UNKNOWN_TOPIC')],
  },
  'Mutation.editPost': {
    'one’s own': [async (s) => edit(await aPost(s)), unlessSuspended],
    'one’s own that is hidden': [
      async (s) => edit(await aPost(s, s.me.id, { status: 'HIDDEN' })),
      but(signedIn('REFUSED:UNKNOWN_POST'), { suspended: 'REFUSED:SUSPENDED' }),
    ],
    'somebody else’s': [async (s) => edit(await aPost(s, await foreign(s))), signedIn('REFUSED:NOT_YOURS')],
    'somebody else’s that is held': [
      async (s) => edit(await aPost(s, await foreign(s), { status: 'HELD' })),
      signedIn('REFUSED:UNKNOWN_POST'),
    ],
    absent: [() => edit(absent), signedIn('REFUSED:UNKNOWN_POST')],
  },
  'Mutation.deletePost': {
    'one’s own': [async (s) => ({ id: await aPost(s) }), signedIn()],
    'one’s own that is deleted': [
      async (s) => ({ id: await aPost(s, s.me.id, { status: 'DELETED' }) }),
      signedIn('REFUSED:UNKNOWN_POST'),
    ],
    'somebody else’s': [
      async (s) => ({ id: await aPost(s, await foreign(s)) }),
      signedIn('REFUSED:NOT_YOURS'),
    ],
    absent: [() => ({ id: absent }), signedIn('REFUSED:UNKNOWN_POST')],
  },
  'Mutation.giveSupport': {
    'one’s own': [async (s) => ({ postId: await aPost(s) }), signedIn('REFUSED:OWN_POST')],
    'somebody else’s': [async (s) => ({ postId: await aPost(s, await foreign(s)) }), unlessSuspended],
    'somebody else’s that is held': [
      async (s) => ({ postId: await aPost(s, await foreign(s), { status: 'HELD' }) }),
      signedIn('REFUSED:UNKNOWN_POST'),
    ],
    absent: [() => ({ postId: absent }), signedIn('REFUSED:UNKNOWN_POST')],
  },
  'Mutation.withdrawSupport': {
    'somebody else’s': [async (s) => ({ postId: await aPost(s, await foreign(s)) }), unlessSuspended],
    absent: [() => ({ postId: absent }), signedIn('REFUSED:UNKNOWN_POST')],
  },
  'Subscription.postAdded': {
    'in a topic': [async (s) => ({ topicId: await aTopic(s, await foreign(s)) }), everyone()],
    'in one that is held': [
      async (s) => ({ topicId: await aTopic(s, await foreign(s), { status: 'HELD' }) }),
      everyone('NOT_FOUND'),
    ],
    absent: [() => ({ topicId: absent }), everyone('NOT_FOUND')],
  },
  'Query.forumServices': {
    '': [
      async (s) => {
        await aService(s);
        return {};
      },
      everyone(),
    ],
  },
  'Query.myPosts': {
    'one’s own list': [
      async (s) => {
        await aPost(s);
        return {};
      },
      signedIn(),
    ],
    'somebody else’s': [
      async (s) => {
        await aPost(s, await foreign(s));
        return {};
      },
      signedIn('EMPTY'),
    ],
  },
  'Query.managedForumServices': {
    '': [
      async (s) => {
        await aService(s);
        return {};
      },
      only('staff'),
    ],
  },
  'Query.officialPosts': {
    none: [(s) => ({ consultation: s.consultation }), everyone('EMPTY')],
    absent: [() => ({ consultation: 'absente' }), everyone('EMPTY')],
  },
  'Mutation.pinTopic': {
    'one’s own': [async (s) => ({ topicId: await aTopic(s), pinned: true }), keepers],
    'somebody else’s': [async (s) => ({ topicId: await aTopic(s, await foreign(s)), pinned: true }), keepers],
    deleted: [
      async (s) => ({ topicId: await aTopic(s, s.me.id, { status: 'DELETED' }), pinned: true }),
      signedIn('REFUSED:UNKNOWN_TOPIC'),
    ],
    absent: [() => ({ topicId: absent, pinned: true }), signedIn('REFUSED:UNKNOWN_TOPIC')],
  },
  'Mutation.lockTopic': {
    'somebody else’s': [
      async (s) => ({ topicId: await aTopic(s, await foreign(s)), locked: true, reason: REASON }),
      keepers,
    ],
    absent: [() => ({ topicId: absent, locked: true, reason: REASON }), signedIn('REFUSED:UNKNOWN_TOPIC')],
  },
  'Mutation.slowTopic': {
    'somebody else’s': [async (s) => ({ topicId: await aTopic(s, await foreign(s)), seconds: 60 }), keepers],
    absent: [() => ({ topicId: absent, seconds: 60 }), signedIn('REFUSED:UNKNOWN_TOPIC')],
  },
  'Mutation.markSolved': {
    'one’s own': [
      async (s) => {
        const topicId = await aTopic(s);
        return { topicId, postId: await aPost(s, await foreign(s), { topicId }) };
      },
      but(signedIn(), { suspended: 'REFUSED:OUT_OF_SCOPE' }),
    ],
    'somebody else’s': [async (s) => ({ topicId: await aTopic(s, await foreign(s)), postId: null }), keepers],
    absent: [() => ({ topicId: absent, postId: null }), signedIn('REFUSED:UNKNOWN_TOPIC')],
  },
  'Mutation.concludeTopic': {
    'somebody else’s': [
      async (s) => ({
        input: {
          topicId: await aTopic(s, await foreign(s)),
          serviceId: await aService(s),
          conclusion: words(),
        },
      }),
      only('staff'),
    ],
    absent: [
      async (s) => ({ input: { topicId: absent, serviceId: await aService(s), conclusion: words() } }),
      only('staff', 'REFUSED:UNKNOWN_TOPIC'),
    ],
  },
  'Mutation.saveForumService': {
    '': [() => ({ input: { id: randomUUID(), name: `Service ${randomUUID()}` } }), only('staff')],
    absent: [() => ({ input: { id: absent, name: `Service ${randomUUID()}` } }), only('staff')],
  },
  'Mutation.saveConclusionDraft': {
    'somebody else’s': [
      async (s) => ({ input: { topicId: await aTopic(s, await foreign(s)), body: words(), revision: 0 } }),
      only('staff'),
    ],
    absent: [
      () => ({ input: { topicId: absent, body: words(), revision: 0 } }),
      only('staff', 'REFUSED:UNKNOWN_TOPIC'),
    ],
  },
  'Mutation.endForumService': {
    '': [async (s) => ({ id: await aService(s), ended: true }), only('staff')],
    absent: [() => ({ id: randomUUID(), ended: true }), only('staff', 'REFUSED:UNKNOWN_SERVICE')],
  },
};
