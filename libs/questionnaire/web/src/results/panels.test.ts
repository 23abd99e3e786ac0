import { describe, expect, test } from '@jest/globals';
import { panelsOf } from './panels';
import { baseSentence, meanOf } from './summary';
import { crossedTable, plainTable } from './tables';

const plain = (text: string | null) => text?.replace(/[\u00a0\u202f]/g, ' ') ?? null;
const option = (code: string, count: number | null, rest = {}) => ({
  code,
  label: code.toUpperCase(),
  count,
  share: count === null ? null : count / 200,
  mean: null,
  ranks: null,
  ...rest,
});
const figures = (rest = {}) => ({
  code: 'q',
  kind: 'single',
  label: 'Question ?',
  shown: 200,
  answered: 180,
  mean: null,
  options: [],
  rows: [],
  suppressed: false,
  ...rest,
});

describe('the charts of a question', () => {
  test('a scale says the words of its ends', () => {
    const question = {
      code: 'q',
      type: 'scale',
      label: '',
      min: 1,
      max: 3,
      minLabel: 'Peu',
      maxLabel: { fr: 'Beaucoup' },
    };
    const [panel] = panelsOf(
      figures({ kind: 'scale', options: ['1', '2', '3'].map((code) => option(code, 20, { label: code })) }),
      question as never,
    );
    expect(panel?.bars.map(({ label }) => plain(label))).toEqual(['1 : Peu', '2', '3 : Beaucoup']);
  });

  test('a ranking draws first places over those who were asked, and says the mean rank', () => {
    const [panel] = panelsOf(
      figures({
        kind: 'ranking',
        options: [
          option('a', 180, { mean: 1.44, ranks: [100, 80] }),
          option('b', null, { ranks: [null, 100] }),
        ],
      }),
    );
    expect(panel?.bars.map(({ count, share, detail }) => ({ count, share, detail }))).toEqual([
      { count: 100, share: 0.5, detail: 'rang moyen 1,4' },
      { count: null, share: null, detail: undefined },
    ]);
  });

  test('a matrix has one chart per row', () => {
    const rows = [
      { code: 'r1', label: 'Rangée 1', options: [option('never', 20)] },
      { code: 'r2', label: 'Rangée 2', options: [option('never', null)] },
    ];
    expect(
      panelsOf(figures({ kind: 'matrix', rows })).map(({ title, bars }) => [title, bars[0]?.count]),
    ).toEqual([
      ['Rangée 1', 20],
      ['Rangée 2', null],
    ]);
  });

  test('dates are named in French', () => {
    const options = ['2015-02', '2015', '2010-2019'].map((code) => option(code, 20, { label: code }));
    const [panel] = panelsOf(figures({ kind: 'date', options }));
    expect(panel?.bars.map(({ label }) => label)).toEqual(['février 2015', '2015', 'de 2010 à 2019']);
  });

  test('of a text, only how many wrote one', () => {
    const [panel] = panelsOf(figures({ kind: 'longText', answered: 50 }));
    expect(panel?.bars).toEqual([
      { code: 'answered', label: 'Ont écrit une réponse', count: 50, share: 0.25 },
    ]);
  });

  test('a type this client does not know has none', () => {
    expect(panelsOf(figures({ kind: 'hologram' }))).toEqual([]);
  });
});

describe('the base of a question', () => {
  test.each([
    [200, 180, 'Question posée à 200 personnes ; 180 ont répondu.'],
    [200, 200, 'Question posée à 200 personnes, qui ont toutes répondu.'],
    [1, 1, 'Question posée à 1 personne, qui a répondu.'],
    [200, null, 'Question posée à 200 personnes.'],
    [null, null, 'Le nombre de personnes à qui la question a été posée n’est pas publié.'],
    [0, 0, 'Cette question n’a été posée à personne parmi ces réponses.'],
  ])('%s asked, %s answered', (shown, answered, sentence) => {
    expect(plain(baseSentence(figures({ shown, answered })))).toBe(sentence);
  });
});

describe('a mean', () => {
  test('of a number has its unit', () => {
    expect(meanOf(figures({ kind: 'number', mean: 42.26 }), { unit: 'minutes' } as never)).toBe(
      '42,3 minutes',
    );
  });

  test('of a scale is worked out only when every figure is published', () => {
    const options = [option('1', 50), option('5', 150)];
    expect(meanOf(figures({ kind: 'scale', options }), { max: 5 } as never)).toBe('4 sur 5');
    expect(
      meanOf(figures({ kind: 'scale', options: [...options, option('3', null)] }), undefined),
    ).toBeNull();
  });
});

describe('tables', () => {
  test('of a ranking hold every rank', () => {
    const ranking = figures({
      kind: 'ranking',
      options: [option('a', 180, { mean: 1.5, ranks: [100, 80] }), option('b', null, { ranks: [20, null] })],
    });
    const [panel] = panelsOf(ranking);
    const table = plainTable(ranking, panel!);
    expect(table.columns).toEqual(['Rang moyen', 'Rang 1', 'Rang 2']);
    expect(table.lines.map(({ cells }) => cells.map(plain))).toEqual([
      ['1,5', '100 (50 %)', '80 (40 %)'],
      ['non publié', '20 (10 %)', 'non publié'],
    ]);
  });

  test('of a comparison have a line per group, with the number of people behind it', () => {
    const panel = panelsOf(figures({ options: [option('yes', 50), option('no', null)] }))[0]!;
    const table = crossedTable('Question ?', 'Rôle', [{ key: 'pupil', label: 'Élève', shown: 200, panel }]);
    expect(table.columns).toEqual(['Question posée à', 'YES', 'NO']);
    expect(table.lines[0]?.cells.map(plain)).toEqual(['200', '50 (25 %)', 'non publié']);
  });
});
