import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ConsultationApiModule } from '@preau/consultation-api';
import { transaction } from '@preau/shared-api';
import { startTestApi, statementsDuring, type TestApi } from '@preau/testing';
import { SearchIndex } from '../documents/search-index';
import { SearchApiModule } from '../search-api.module';
import { aCorpus, marked, search, titlesOf, type TestCorpus } from '../test-documents';
import { countWords } from '../vocabulary/vocabulary';

let api: TestApi;
let corpus: TestCorpus;
beforeAll(async () => {
  api = await startTestApi([ConsultationApiModule, SearchApiModule]);
  corpus = await aCorpus(api);
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.database.query('DELETE FROM search_document');
  await api.database.query('DELETE FROM search_word');
});
const found = async (query: string, variables = {}) => titlesOf(await search(api, query, variables));

describe('words', () => {
  test.each([
    ['education', 'L’éducation'],
    ['éducation', 'Education'],
    ['écoles', 'Une école'],
    ['école', 'Des écoles'],
    ['numériques', 'Un manuel numérique'],
    ['numérique', 'Des manuels numériques'],
    ['chevaux', 'Un cheval'],
    ['travail', 'Des travaux'],
    ['ecole', 'L’École'],
    ['l’école', "l'ecole"],
    ["L'ECOLE", 'Jusqu’à l’école'],
    ['aujourd’hui', "Aujourd'hui"],
    ['oeuvre', 'Une œuvre'],
    ['porte clés', 'Un porte-clés'],
    ['porte-clés', 'Un porte clés'],
    ['education gouv', 'Voir education.gouv.fr'],
    ['2nde', 'En 2nde'],
  ])('%s finds « %s »', async (query, title) => {
    await corpus.put({ title }, { title: 'Autre chose' });
    expect(await found(query)).toEqual([title]);
  });

  test('are all to be there, in the title or in the text', async () => {
    await corpus.put(
      { title: 'Des tablettes', text: 'Au lycée.' },
      { title: 'Des tablettes', text: 'Au collège.' },
    );
    expect((await search(api, 'tablette lycée')).total).toBe(1);
  });

  test('in quotes are in this order; with a dash before, they are not there', async () => {
    await corpus.put({ title: 'Le manuel numérique' }, { title: 'Numérique : le manuel' });
    expect(await found('"manuel numérique"')).toEqual(['Le manuel numérique']);
    expect(await found('« manuel numérique »')).toEqual(['Le manuel numérique']);
    expect(await found('manuel -"manuel numérique"')).toEqual(['Numérique : le manuel']);
    await corpus.put({ title: 'Le manuel en papier' });
    expect(await found('manuel -numériques')).toEqual(['Le manuel en papier']);
  });

  test('of a title weigh more than those of a text', async () => {
    await corpus.put({ title: 'Le cartable', text: 'tablette' }, { title: 'La tablette', text: 'cartable' });
    expect(await found('tablette')).toEqual(['La tablette', 'Le cartable']);
    expect(await found('cartable')).toEqual(['Le cartable', 'La tablette']);
  });

  test('are found by the synonyms of a school’s acronyms, both ways', async () => {
    await corpus.put(
      { title: 'L’ENT' },
      { title: 'Un espace numérique de travail' },
      { title: 'Un espace de travail' },
    );
    expect((await found('ent')).sort()).toEqual(['L’ENT', 'Un espace numérique de travail']);
    expect((await found('espace numérique de travail')).sort()).toEqual([
      'L’ENT',
      'Un espace numérique de travail',
    ]);
    expect(await found('"ent"')).toEqual(['L’ENT']);
  });
});

describe('a slip', () => {
  beforeEach(async () => {
    await corpus.put(...Array.from({ length: 6 }, () => ({ title: 'L’évaluation numérique' })));
    await countWords(api.database);
  });

  test('gives the results of what was meant, and says so', async () => {
    const answer = await search(api, 'évalution numerqiue');
    expect(answer.total).toBe(6);
    expect(answer.correction).toEqual({ query: 'évaluation numérique', isApplied: true });
    expect(marked(answer.edges[0]!.node.titleParts)).toBe('L’[évaluation numérique]');
  });

  test('that somebody else made too is found, with the question whether it is one', async () => {
    await corpus.put(
      { title: 'Le numerqiue' },
      ...Array.from({ length: 10 }, () => ({ title: 'Du numérique' })),
    );
    await countWords(api.database, { anew: true });
    const answer = await search(api, 'numerqiue');
    expect(answer.total).toBe(1);
    expect(answer.correction).toEqual({ query: 'numérique', isApplied: false });
  });

  test('is none where the other spelling is found no more often', async () => {
    expect((await search(api, 'xylophone')).correction).toBeNull();
    expect((await search(api, '"évalution"')).correction).toBeNull();
    expect((await search(api, 'numérique')).correction).toBeNull();
  });

  test('new words are known once counted, each once, and forgotten when counted anew', async () => {
    const documents = async (folded: string) =>
      (
        await api.database.query<{ documents: number }[]>(
          'SELECT documents FROM search_word WHERE folded = $1',
          [folded],
        )
      )[0]?.documents;
    expect(await documents('evaluation')).toBe(6);
    await corpus.put({ title: 'Évaluation, évaluations' });
    await countWords(api.database);
    await countWords(api.database);
    expect(await documents('evaluation')).toBe(7);
    await api.database.query('DELETE FROM search_document');
    await countWords(api.database, { anew: true });
    expect(await documents('evaluation')).toBeUndefined();
  });
});

describe('what is typed', () => {
  test.each([
    ['x', 'QUERY_TOO_SHORT'],
    ['x'.repeat(10_000), 'QUERY_TOO_LONG'],
    ['"" -- :* & | !', 'NOTHING_TO_FIND'],
    ['de la', 'NOTHING_TO_FIND'],
    ['-tablette', 'NOTHING_TO_FIND'],
    ['\u202e\u200b', 'QUERY_TOO_SHORT'],
  ])('%j is refused: %s', async (query, code) => {
    expect(await search(api, query)).toMatchObject({ __typename: 'SearchRefused', code });
  });

  test('NUL is refused before anything is looked for', async () => {
    const { errors } = await api.graphql('query ($q: String!) { search(query: $q) { __typename } }', {
      q: 'tab\0lette',
    });
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });

  test.each([
    `tablette'`,
    `tablette"`,
    `"tablette`,
    `tablette\\`,
    `tablette:*`,
    `tablette & | ! <-> ( )`,
    `tablette'); DROP TABLE search_document; --`,
    `tab\u200blette`,
    `\u202etablette\u202c`,
    `tablette::A %s %L $1`,
  ])('%j harms nothing', async (query) => {
    await corpus.put({ title: 'Une tablette' });
    expect((await search(api, query)).__typename).toBe('SearchResults');
    expect(await found('tablette')).toEqual(['Une tablette']);
  });

  test('signs are taken for what parts words', async () => {
    await corpus.put({ title: 'Une tablette' });
    expect(await found(`\u202e'tablette':* & |`)).toEqual(['Une tablette']);
  });
});

describe('where to look', () => {
  beforeEach(async () => {
    await corpus.put(
      {
        title: 'Tablette un',
        themeId: corpus.themes.outils,
        academie: '01',
        at: new Date('2025-12-31T23:30:00Z'),
      },
      { title: 'Tablette deux', themeId: corpus.themes.egalite, academie: '10', kind: 'resource' },
      { title: 'Tablette trois', consultationId: null, at: new Date('2026-03-02T10:00:00Z') },
    );
  });

  test.each<[object, string[]]>([
    [{ theme: 'outils' }, ['Tablette un']],
    [{ theme: 'rien' }, []],
    [{ kind: ['RESOURCE'] }, ['Tablette deux']],
    [{ kind: ['RESOURCE', 'TOPIC'] }, ['Tablette deux', 'Tablette trois', 'Tablette un']],
    [{ kind: ['POST'] }, []],
    [{ academie: '10' }, ['Tablette deux']],
    [{ academie: `1'0` }, []],
    [{ consultation: 'essai' }, ['Tablette deux', 'Tablette un']],
    [{ consultation: 'rien' }, []],
    [{ consultation: 'essai', theme: 'egalite' }, ['Tablette deux']],
    [{ from: '2026-01-01', to: '2026-01-01' }, ['Tablette un']],
    [{ to: '2025-12-31' }, []],
    [{ from: '2026-03-02' }, ['Tablette deux', 'Tablette trois']],
  ])('%j', async (variables, titles) => {
    expect((await found('tablette', variables)).sort()).toEqual(titles);
  });

  test('periods of any length hold what is of their days and nothing else, whatever the century', async () => {
    const days = [
      '1951-05-01',
      '1959-12-31',
      '1998-07-12',
      '2019-03-31',
      '2024-02-29',
      '2059-12-31',
      '2075-01-01',
    ];
    await corpus.put(
      ...days.map((day) => ({ title: `Imprimante ${day}`, at: new Date(`${day}T12:00:00Z`) })),
    );
    const { year } = (await search(api, 'imprimante')).facets;
    expect(year.map(({ value }) => value).filter((value) => value < '2060')).toEqual([
      '2059',
      '2024',
      '2019',
      '1998',
      '1959',
      '1951',
    ]);
    const bounds = [null, ...days];
    for (const from of bounds)
      for (const to of bounds) {
        const within = days.filter((day) => (from === null || day >= from) && (to === null || day <= to));
        const titles = await found('imprimante', { from, to });
        expect([from, to, titles.sort()]).toEqual([from, to, within.map((day) => `Imprimante ${day}`)]);
      }
  });

  test('a day that is none is refused', async () => {
    await expect(search(api, 'tablette', { from: '2026-02-31' })).rejects.toThrow('BAD_INPUT');
    await expect(search(api, 'tablette', { to: 'demain' })).rejects.toThrow('BAD_INPUT');
  });

  test('is counted by kind, theme, académie and year in Paris', async () => {
    const { facets, total } = await search(api, 'tablette');
    expect(total).toBe(3);
    expect(facets).toEqual({
      kind: [
        { value: 'TOPIC', count: 2 },
        { value: 'RESOURCE', count: 1 },
      ],
      theme: [
        { value: 'egalite', label: 'Thème egalite', count: 1 },
        { value: 'outils', label: 'Thème outils', count: 1 },
      ],
      academie: [
        { value: '01', count: 1 },
        { value: '10', count: 1 },
      ],
      year: [{ value: '2026', count: 3 }],
    });
  });
});

describe('a result', () => {
  test('says what it is, where it leads, and shows what was found in it', async () => {
    const text = `${'Avant cela, rien. '.repeat(30)}À l’École, les tablettes\net « l’école » <b>ouverte</b>. ${'Après. '.repeat(40)}`;
    const [id] = await corpus.put({
      title: 'Du collège à l’école de la',
      text,
      themeId: corpus.themes.outils,
    });
    const { node } = (await search(api, 'ecole tablette')).edges[0]!;
    expect(node).toMatchObject({ kind: 'TOPIC', id, path: `/o/${String(id)}`, theme: { slug: 'outils' } });
    expect(marked(node.titleParts)).toBe('Du collège à l’[école] de la');
    expect(marked(node.excerpt)).toMatch(
      /^… .*À l’\[École\], les \[tablettes\] et « l’\[école\] » <b>ouverte<\/b>\..* …$/,
    );
  });

  test('that was changed is found by its new words alone', async () => {
    const [objectId = ''] = await corpus.put({ title: 'Tablettes' });
    await corpus.put({ objectId, title: 'Ordinateurs', themeId: corpus.themes.egalite });
    expect(await found('tablette')).toEqual([]);
    expect(await found('ordinateur', { theme: 'egalite' })).toEqual(['Ordinateurs']);
  });

  test('that was removed, alone or with what it is part of, is not found', async () => {
    const [topic = ''] = await corpus.put({ title: 'Tablettes' });
    await corpus.put(
      { kind: 'post', parentId: topic, text: 'Des tablettes' },
      { title: 'Une autre tablette' },
    );
    await transaction(api.database, (tx) => api.get(SearchIndex).removeUnder(tx, [topic]));
    expect((await found('tablette')).sort()).toEqual(['Tablettes', 'Une autre tablette']);
    await corpus.remove(topic);
    expect(await found('tablette')).toEqual(['Une autre tablette']);
  });

  test('whose object is gone is left out', async () => {
    await corpus.put({ title: 'Tablette' });
    await api.database.query(
      `INSERT INTO search_document (kind, object_id, at, title, text, words)
       VALUES ('topic', gen_random_uuid(), now(), 'Tablette', '', to_tsvector('preau', 'tablette'))`,
    );
    const answer = await search(api, 'tablette');
    expect([answer.edges.length, answer.total]).toEqual([1, 2]);
  });
});

describe('many results', () => {
  test('come by pages, each once, by relevance and by date', async () => {
    await corpus.put(
      ...Array.from({ length: 25 }, (_, at) => ({
        title: `Tablette ${'tablette '.repeat(at % 4)}`,
        at: new Date(Date.UTC(2026, 0, 25 - at)),
      })),
    );
    for (const order of ['RELEVANCE', 'RECENT']) {
      const ids: string[] = [];
      let after: string | null = null;
      for (let pages = 0; pages < 3; pages += 1) {
        const answer = await search(api, 'tablette', { first: 10, after, order });
        ids.push(...answer.edges.map(({ node }) => node.id));
        after = answer.pageInfo.endCursor;
        expect(answer.pageInfo.hasNextPage).toBe(pages < 2);
        expect(answer.total).toBe(25);
      }
      expect(new Set(ids).size).toBe(25);
    }
    const newest = await search(api, 'tablette', { order: 'RECENT', first: 2 });
    expect(newest.edges.map(({ node }) => (node as unknown as { at: string }).at.slice(0, 10))).toEqual([
      '2026-01-25',
      '2026-01-24',
    ]);
  });

  test('a cursor that is none, and too large a page, are refused', async () => {
    await expect(search(api, 'tablette', { after: 'x' })).rejects.toThrow('BAD_INPUT');
    await expect(search(api, 'tablette', { first: 101 })).rejects.toThrow('BAD_INPUT');
  });

  test('beyond a thousand are “more than”, an old title that matches still among them', async () => {
    const [old] = await corpus.put({ title: 'Tablettes', at: new Date('2020-01-01') });
    const posts = Array.from({ length: 6_000 }, () => ({
      kind: 'post' as const,
      parentId: old ?? null,
      text: 'Une tablette',
    }));
    await corpus.put(...posts);
    const answer = await search(api, 'tablette', { first: 5 });
    expect([answer.total, answer.isCapped]).toEqual([1_000, true]);
    expect(answer.edges[0]?.node.id).toBe(old);
    expect((await search(api, 'tablette', { kind: ['TOPIC'] })).total).toBe(1);
    expect((await search(api, '"une tablette"')).isCapped).toBe(true);
    expect((await search(api, 'tablettes -une')).isCapped).toBe(true);
  });
});

test('a search is one statement', async () => {
  await corpus.put(...Array.from({ length: 10 }, () => ({ title: 'Tablette' })));
  await found('tablette');
  const statements = await statementsDuring(api.database, () => found('tablette'));
  expect(statements.map((one) => one.trim().slice(0, 60))).toEqual([expect.stringMatching(/^WITH q AS/)]);
});

test('many documents are written by one statement', async () => {
  const documents = Array.from({ length: 50 }, () => ({ title: 'Tablette' }));
  const statements = await statementsDuring(api.database, () => corpus.put(...documents));
  expect(statements.filter((statement) => /INSERT/.test(statement))).toHaveLength(1);
});

describe('what is being written', () => {
  const suggested = async (text: string, variables: Record<string, unknown> = {}) => {
    const { data } = await api.graphql<{ suggest: { title: string; path: string; kind: string }[] }>(
      `query ($text: String!, $kind: [SearchKind!], $consultation: String, $theme: String) {
        suggest(text: $text, kind: $kind, consultation: $consultation, theme: $theme) { kind id title path } }`,
      { text, ...variables },
    );
    return data!.suggest.map(({ title }) => title);
  };
  beforeEach(async () => {
    await corpus.put(
      { title: 'Des tablettes pour tous', themeId: corpus.themes.outils },
      { title: 'Le poids du cartable', text: 'Une tablette pèse moins.' },
      { title: 'Prêter des tablettes', kind: 'resource' },
      { kind: 'post', title: 'Tablettes', parentId: corpus.consultationId },
      { title: 'Autre chose' },
    );
  });

  test('is like what stands by itself and has its words, in the title first', async () => {
    expect(await suggested('Faut-il des tablettes au collège ?')).toEqual([
      'Prêter des tablettes',
      'Des tablettes pour tous',
      'Le poids du cartable',
    ]);
    expect(await suggested('Le poids des cartab')).toEqual(['Le poids du cartable']);
  });

  test('may be asked of some kinds and a theme', async () => {
    expect(await suggested('tablette', { kind: ['RESOURCE'] })).toEqual(['Prêter des tablettes']);
    expect(await suggested('tablette', { theme: 'outils' })).toEqual(['Des tablettes pour tous']);
  });

  test('is like nothing while it says nothing, or says it too strangely', async () => {
    for (const text of ['', 'de la', `':*&|!\\`, 'x'.repeat(10_000)])
      expect(await suggested(text)).toEqual([]);
  });

  test('is five things at most', async () => {
    await corpus.put(...Array.from({ length: 10 }, () => ({ title: 'Tablette' })));
    expect(await suggested('tablette')).toHaveLength(5);
  });
});
