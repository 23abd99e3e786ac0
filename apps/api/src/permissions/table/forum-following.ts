import { signedIn } from '../expected';
import type { Rows } from '../row';
import { absent } from '../stage';
import { aPost, aTopic, foreign } from './forum-objects';

export const forumFollowing: Rows = {
  'Query.followedTopics': {
    'one’s own list': [
      async (s) => {
        const topicId = await aTopic(s, await foreign(s));
        await s.api.database.query('INSERT INTO followed_topic (account_id, topic_id) VALUES ($1, $2)', [
          s.me.id,
          topicId,
        ]);
        return {};
      },
      signedIn(),
    ],
    'somebody else’s': [
      async (s) => {
        const by = await foreign(s);
        await s.api.database.query('INSERT INTO followed_topic (account_id, topic_id) VALUES ($1, $2)', [
          by,
          await aTopic(s, by),
        ]);
        return {};
      },
      signedIn('EMPTY'),
    ],
  },
  'Mutation.followTopic': {
    'one’s own': [async (s) => ({ topicId: await aTopic(s) }), signedIn()],
    'somebody else’s': [async (s) => ({ topicId: await aTopic(s, await foreign(s)) }), signedIn()],
    'somebody else’s that is held': [
      async (s) => ({ topicId: await aTopic(s, await foreign(s), { status: 'HELD' }) }),
      signedIn('REFUSED:UNKNOWN_TOPIC'),
    ],
    deleted: [
      async (s) => ({ topicId: await aTopic(s, await foreign(s), { status: 'DELETED' }) }),
      signedIn('REFUSED:UNKNOWN_TOPIC'),
    ],
    absent: [() => ({ topicId: absent }), signedIn('REFUSED:UNKNOWN_TOPIC')],
  },
  'Mutation.unfollowTopic': {
    'one’s own': [async (s) => ({ topicId: await aTopic(s) }), signedIn()],
    'somebody else’s': [async (s) => ({ topicId: await aTopic(s, await foreign(s)) }), signedIn()],
    'somebody else’s that is held': [
      async (s) => ({ topicId: await aTopic(s, await foreign(s), { status: 'HELD' }) }),
      signedIn('REFUSED:UNKNOWN_TOPIC'),
    ],
    deleted: [
      async (s) => ({ topicId: await aTopic(s, await foreign(s), { status: 'DELETED' }) }),
      signedIn(),
    ],
    absent: [() => ({ topicId: absent }), signedIn('REFUSED:UNKNOWN_TOPIC')],
  },
  'Mutation.followTheme': {
    'of a consultation': [(s) => ({ themeId: s.themeId }), signedIn()],
    absent: [() => ({ themeId: absent }), signedIn('REFUSED:UNKNOWN_THEME')],
  },
  'Mutation.unfollowTheme': {
    'of a consultation': [(s) => ({ themeId: s.themeId }), signedIn()],
    absent: [() => ({ themeId: absent }), signedIn('REFUSED:UNKNOWN_THEME')],
  },
  'Query.mutedPeople': {
    'one’s own list': [
      async (s) => {
        await s.api.database.query('INSERT INTO muted_person (account_id, muted_id) VALUES ($1, $2)', [
          s.me.id,
          await foreign(s),
        ]);
        return {};
      },
      signedIn(),
    ],
    'somebody else’s': [
      async (s) => {
        await s.api.database.query('INSERT INTO muted_person (account_id, muted_id) VALUES ($1, $2)', [
          await foreign(s),
          s.me.id,
        ]);
        return {};
      },
      signedIn('EMPTY'),
    ],
  },
  'Mutation.mutePerson': {
    oneself: [(s) => ({ accountId: s.me.id }), signedIn('REFUSED:ONESELF')],
    'somebody else': [async (s) => ({ accountId: await foreign(s) }), signedIn()],
    absent: [() => ({ accountId: absent }), signedIn('REFUSED:UNKNOWN_PERSON')],
  },
  'Mutation.unmutePerson': {
    'somebody else': [async (s) => ({ accountId: await foreign(s) }), signedIn()],
    absent: [() => ({ accountId: absent }), signedIn()],
  },
  'Mutation.markTopicRead': {
    'somebody else’s': [
      async (s) => {
        const topicId = await aTopic(s, await foreign(s));
        return { topicId, postId: await aPost(s, await foreign(s), { topicId }) };
      },
      signedIn(),
    ],
    'up to a message that is held': [
      async (s) => {
        const topicId = await aTopic(s, await foreign(s));
        return { topicId, postId: await aPost(s, await foreign(s), { topicId, status: 'HELD' }) };
      },
      signedIn('REFUSED:UNKNOWN_POST'),
    ],
    'up to a message of another topic': [
      async (s) => ({ topicId: await aTopic(s), postId: await aPost(s, await foreign(s)) }),
      signedIn('REFUSED:UNKNOWN_POST'),
    ],
    absent: [() => ({ topicId: absent, postId: absent }), signedIn('REFUSED:UNKNOWN_TOPIC')],
  },
};
