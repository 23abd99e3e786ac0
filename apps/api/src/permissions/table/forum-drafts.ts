import { but, everyone, signedIn } from '../expected';
import type { Rows } from '../row';
import type { Scene } from '../stage';
import { foreign } from './forum-objects';

/** A draft of a topic to begin, by that person. */
async function aDraft({ api, themeId }: Scene, by: string) {
  const key = `topic:${themeId}`;
  await api.database.query('INSERT INTO forum_draft (account_id, key, body) VALUES ($1, $2, $3)', [
    by,
    key,
    'Des mots',
  ]);
  return key;
}
const listOf = async (s: Scene, by: string) => {
  await aDraft(s, by);
  return {};
};

export const forumDrafts: Rows = {
  'Query.forumDraft': {
    'one’s own': [async (s) => ({ key: await aDraft(s, s.me.id) }), signedIn()],
    'somebody else’s': [async (s) => ({ key: await aDraft(s, await foreign(s)) }), signedIn('null')],
    'of nothing': [() => ({ key: 'x' }), but(everyone('BAD_INPUT'), { visitor: 'UNAUTHENTICATED' })],
  },
  'Query.forumDrafts': {
    'one’s own list': [(s) => listOf(s, s.me.id), signedIn()],
    'somebody else’s': [async (s) => listOf(s, await foreign(s)), signedIn('EMPTY')],
  },
  'Mutation.saveForumDraft': {
    new: [(s) => ({ input: { key: `topic:${s.themeId}`, body: 'Des mots' } }), signedIn()],
    'over somebody else’s': [
      async (s) => ({ input: { key: await aDraft(s, await foreign(s)), body: 'Autres', revision: 1 } }),
      signedIn('REFUSED:GONE'),
    ],
  },
  'Mutation.deleteForumDraft': {
    'one’s own': [async (s) => ({ key: await aDraft(s, s.me.id) }), signedIn()],
  },
};
