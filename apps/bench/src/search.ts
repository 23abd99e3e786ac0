import type { Context, Figure } from './context.ts';
import { postBody } from './documents.ts';
import { atLeast, atMost } from './figures.ts';
import { topicsByLength } from './forum.ts';
import { httpRequest, load, type Answer } from './load-client.ts';

const CLIENTS = 8;
const REQUESTS = 3_000;
const KINDS = ['TOPIC', 'POST'];

/** What people type: a word or several, without accents, in the plural, with a slip, an acronym, a phrase, what is rare. */
const WORDS = [
  'education prioritaire',
  'tablettes',
  'wifi',
  'fracture numerique',
  'formation des enseignants',
  'données des élèves',
  'ENT',
  '"manuel numérique"',
  'logiciels libres',
  'cyberharcelement',
  'maternele',
  'webradio collège',
  'temps de préparation -wifi',
  'référent école',
  'documentaliste',
  'eleves en situation de handicap',
  'fablab',
  'debit suffisant à la campagne',
  'tableau interactif en sciences',
  'outre-mer',
];
const filters = (period: Period) => [
  {},
  { kind: ['TOPIC'] },
  {},
  period,
  {},
  { order: 'RECENT' },
  {},
  { kind: ['POST'] },
];

interface Period {
  readonly from: string;
  readonly to: string;
}

/** Searches over every message of the debate, past the cache, each with its excerpts and facets. */
export async function benchSearch(context: Context): Promise<Figure[]> {
  await topicsByLength(context);
  const documents = await indexAll(context);
  const asked = filters(await middle(context));
  const request = (index: number) =>
    httpRequest(
      'POST',
      '/graphql',
      postBody('search', {
        query: WORDS[index % WORDS.length],
        consultation: context.consultation,
        first: 20,
        ...asked[Math.floor(index / WORDS.length) % asked.length],
      }),
    );
  let found = 0;
  const check = ({ status, body }: Answer) => {
    const text = body.toString('utf8');
    if (status !== 200 || !text.includes('"SearchResults"'))
      throw new Error(`${status} ${text.slice(0, 200)}`);
    if (!text.includes('"edges":[]')) found += 1;
  };
  const run = (requests: number) => load({ port: context.port, clients: CLIENTS, requests, request, check });
  await run(REQUESTS / 10);
  found = 0;
  const measure = await run(REQUESTS);
  return [
    { name: 'topics and messages that can be found', value: documents },
    atLeast('searches per second, no cache', measure.perSecond, 170),
    { name: 'search median, ms', value: measure.p50 },
    atMost('search p95, ms', measure.p95, 150),
    { name: 'searches that found something, of a hundred', value: (found * 100) / REQUESTS },
  ];
}

/** The days between which half of the messages were written. */
async function middle({ owner }: Context): Promise<Period> {
  const { rows } = await owner.query<{ days: [string, string] }>(
    `SELECT array(SELECT to_char(day, 'YYYY-MM-DD') FROM unnest(
       percentile_disc(ARRAY[0.25, 0.75]) WITHIN GROUP (ORDER BY at)) AS day) AS days FROM search_document`,
  );
  const [from, to] = rows[0]?.days ?? [];
  if (!from || !to) throw new Error('Rien n’est dans l’index.');
  return { from, to };
}

/** The generator writes messages only: staff’s own round puts them in the index. */
async function indexAll({ owner, port, staffCookie }: Context): Promise<number> {
  for (const kind of KINDS) {
    const { data } = (await ask(port, staffCookie, 'beginRound', { kind })) as {
      data: { beginSearchRound: { round?: { id: string } } };
    };
    const id = data.beginSearchRound.round?.id;
    if (!id) throw new Error(JSON.stringify(data));
    for (;;) {
      const { rows } = await owner.query<{ done: number; total: number; finished: boolean }>(
        'SELECT done, total, finished_at IS NOT NULL AS finished FROM search_round WHERE id = $1',
        [id],
      );
      const round = rows[0];
      if (!round) throw new Error('La tournée a disparu.');
      process.stdout.write(`\r${kind} : ${round.done} sur ${round.total} dans l’index   `);
      if (round.finished) break;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    process.stdout.write('\n');
  }
  await owner.query('VACUUM (ANALYZE) search_document');
  const { rows } = await owner.query<{ count: number }>('SELECT count(*)::int AS count FROM search_document');
  return rows[0]?.count ?? 0;
}

async function ask(port: number, cookie: string, name: 'beginRound', variables: object): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: postBody(name, variables),
  });
  return response.json();
}
