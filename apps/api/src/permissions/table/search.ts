import { randomUUID } from 'node:crypto';
import { everyone, only } from '../expected';
import type { Rows } from '../row';
import { absent, type Scene } from '../stage';

/** A group of terms that nobody else has. */
async function aGroup({ api }: Scene): Promise<string> {
  const id = randomUUID();
  const word = id.replace(/-/g, '');
  await api.database.query(
    `INSERT INTO search_synonym (group_id, position, term, key) VALUES ($1, 0, $2, $2), ($1, 1, $3, $3)`,
    [id, word, `${word}s`],
  );
  return id;
}

async function aRound({ api }: Scene): Promise<string> {
  const [row] = await api.database.query<{ id: string }[]>(
    `INSERT INTO search_round (kind, is_check, total, stopped_at) VALUES ('topic', true, 1, now()) RETURNING id`,
  );
  return row?.id ?? '';
}

export const search: Rows = {
  'Query.search': {
    words: [() => ({ query: 'tablette' }), everyone('EMPTY')],
    nothing: [() => ({ query: '' }), everyone('REFUSED:QUERY_TOO_SHORT')],
  },
  'Query.suggest': { '': [() => ({ text: 'tablette' }), everyone('EMPTY')] },
  'Query.synonyms': { '': [() => ({}), only('staff')] },
  'Mutation.saveSynonyms': {
    known: [
      async (s) => ({ input: { id: await aGroup(s), terms: [`a${randomUUID()}`, `b${randomUUID()}`] } }),
      only('staff'),
    ],
    absent: [() => ({ input: { id: absent, terms: ['Un seul'] } }), only('staff', 'REFUSED:TOO_FEW_TERMS')],
  },
  'Mutation.deleteSynonyms': {
    known: [async (s) => ({ id: await aGroup(s) }), only('staff')],
    absent: [() => ({ id: absent }), only('staff', 'REFUSED:UNKNOWN_GROUP')],
  },
  'Query.searchRounds': {
    '': [
      async (s) => {
        await aRound(s);
        return {};
      },
      only('staff'),
    ],
  },
  'Mutation.beginSearchRound': {
    'of a kind that nothing is written of': [
      () => ({ kind: 'EVENT', isCheck: true }),
      only('staff', 'REFUSED:NO_SOURCE'),
    ],
  },
  'Mutation.stopSearchRound': {
    over: [async (s) => ({ id: await aRound(s) }), only('staff', 'REFUSED:OVER')],
    absent: [() => ({ id: absent }), only('staff', 'REFUSED:UNKNOWN_ROUND')],
  },
};
