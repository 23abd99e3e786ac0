import type { Option, Question, QuestionType } from './definition';
import { optionsOf, type Territories } from './results-options';
import { sumKeyOf, type Counts } from './tally';
import { bucketCodeOf, bucketsOf, decimalsOf } from './tally-buckets';
import { periodsOf } from './tally-periods';

/** A number of people that can be read, or worked out, from the tally of one slice. */
export interface CountedCell {
  /** A key of `Counts`, or one that nothing is counted under: `q#skipped`, `q.option#not` … */
  readonly key: string;
  readonly read: (counts: Counts) => number;
  /** Shown on no screen, but anybody can subtract. */
  readonly isSpare?: boolean;
  /** Nobody can be in it: those who skip a required question. */
  readonly isImpossible?: boolean;
}

export interface CountedCells {
  readonly options: readonly Option[];
  readonly cells: readonly CountedCell[];
  /** Keys of cells that share out, without overlap, everybody who saw the question. */
  readonly partitions: readonly (readonly string[])[];
  readonly sums: readonly CellSum[];
}

/** Cells that add up to another: the options to those who answered; several times those when each takes several. */
export interface CellSum {
  readonly parts: readonly string[];
  readonly whole: string;
  readonly times: number;
  /** The whole is nothing else than this sum. */
  readonly isDefinition: boolean;
}

type Layout = Omit<CountedCells, 'options'>;
type Builder = (question: Question, options: readonly Option[], variants: readonly Question[]) => Layout;

export const shownKey = (code: string) => `${code}#shown`;
export const answeredKey = (code: string) => `${code}#answered`;
export const skippedKey = (code: string) => `${code}#skipped`;
/** Those who saw the question and did not take the option, fill the row, or rank the option. */
export const notKey = (key: string) => `${key}#not`;
/** Those who filled the row. */
const filledKey = (key: string) => `${key}#filled`;
/** Those who gave the option a rank: everybody who answered, when all are to be ranked. */
export const rankedKey = (question: Question, option: string) =>
  ranksAll(question) ? answeredKey(question.code) : `${question.code}.${option}#ranked`;
const ranksAll = ({ required, min, max }: Question) =>
  required === true && min === undefined && max === undefined;
/** Those who gave an option this rank. */
const usedRankKey = (code: string, rank: number) => `${code}#rank${String(rank)}`;

const countOf = (counts: Counts, key: string) => counts[key] ?? 0;

const plain = (key: string, keys: readonly string[] = [key]): CountedCell => ({
  key,
  read: (counts) => keys.reduce((sum, part) => sum + countOf(counts, part), 0),
});

/** Those who saw the question and are in none of these cells. */
const rest = (
  { code }: Question,
  key: string,
  cells: readonly CountedCell[],
  flags: Pick<CountedCell, 'isSpare' | 'isImpossible'> = {},
): CountedCell => ({
  key,
  read: (counts) => cells.reduce((left, cell) => left - cell.read(counts), countOf(counts, shownKey(code))),
  ...flags,
});

/** Those who are in one of these cells. */
const together = (key: string, cells: readonly CountedCell[], isSpare = false): CountedCell => ({
  key,
  read: (counts) => cells.reduce((sum, cell) => sum + cell.read(counts), 0),
  isSpare,
});

const keysOf = (cells: readonly CountedCell[]) => cells.map(({ key }) => key);
const definition = (cells: readonly CountedCell[], whole: CountedCell): CellSum => ({
  parts: keysOf(cells),
  whole: whole.key,
  times: 1,
  isDefinition: true,
});
const equality = (cells: readonly CountedCell[], whole: CountedCell, times = 1): CellSum => ({
  parts: keysOf(cells),
  whole: whole.key,
  times,
  isDefinition: false,
});

function answering(question: Question): { readonly answered: CountedCell; readonly skipped: CountedCell } {
  const answered = plain(answeredKey(question.code));
  const skipped = rest(question, skippedKey(question.code), [answered], {
    isImpossible: question.required === true,
  });
  return { answered, skipped };
}

/** Answered or not, nothing more. */
const answeredOnly: Builder = (question) => {
  const { answered, skipped } = answering(question);
  return { cells: [answered, skipped], partitions: [keysOf([answered, skipped])], sums: [] };
};

/** One answer each: the options share out those who answered. */
function exclusive(question: Question, options: readonly CountedCell[]): Layout {
  const { answered, skipped } = answering(question);
  return {
    cells: [...options, answered, skipped],
    partitions: [keysOf([...options, skipped]), keysOf([answered, skipped])],
    sums: [definition(options, answered)],
  };
}

const oneOption: Builder = (question, options) =>
  exclusive(
    question,
    options.map(({ code }) => plain(`${question.code}.${code}`)),
  );

/** Those who took an option and those who did not: if all but three of them did, the three are given away. */
function pair(question: Question, key: string): readonly [CountedCell, CountedCell] {
  const chosen = plain(key);
  return [chosen, rest(question, notKey(key), [chosen], { isSpare: true })];
}

const multiple: Builder = (question, options) => {
  const { answered, skipped } = answering(question);
  const pairs = options.map((option) => pair(question, `${question.code}.${option.code}`));
  const chosen = pairs.map(([cell]) => cell);
  const { min, max } = question;
  const isSingle = max === 1 || options.length === 1;
  const takes = isSingle ? 1 : min === max && !options.some((option) => option.exclusive) ? max : null;
  return {
    cells: [...pairs.flat(), answered, skipped],
    partitions: [...pairs.map(keysOf), keysOf([answered, skipped])],
    sums: typeof takes === 'number' ? [equality(chosen, answered, takes)] : [],
  };
};

const matrix: Builder = (question, options) => {
  const { answered, skipped } = answering(question);
  const rows = (question.rows ?? []).map((row) => {
    const key = `${question.code}.${row.code}`;
    const cells = options.map(({ code }) => plain(`${key}.${code}`));
    const isImpossible = question.required === true;
    return {
      cells,
      filled: together(filledKey(key), cells, true),
      none: rest(question, notKey(key), cells, { isSpare: true, isImpossible }),
    };
  });
  return {
    cells: [...rows.flatMap(({ cells, filled, none }) => [...cells, filled, none]), answered, skipped],
    partitions: [
      ...rows.flatMap(({ cells, filled, none }) => [keysOf([...cells, none]), keysOf([filled, none])]),
      keysOf([answered, skipped]),
    ],
    sums: [
      ...rows.map(({ cells, filled }) => definition(cells, filled)),
      ...(rows.length === 1 ? rows.map(({ cells }) => equality(cells, answered)) : []),
    ],
  };
};

const matrixMultiple: Builder = (question, options) => {
  const { answered, skipped } = answering(question);
  const pairs = (question.rows ?? []).flatMap((row) =>
    options.map(({ code }) => pair(question, `${question.code}.${row.code}.${code}`)),
  );
  return {
    cells: [...pairs.flat(), answered, skipped],
    partitions: [...pairs.map(keysOf), keysOf([answered, skipped])],
    sums: [],
  };
};

/** The ranks people could give: all of them, or as many as they may choose. */
export function ranksOf({ max, options = [] }: Question): number[] {
  return Array.from({ length: typeof max === 'number' ? max : options.length }, (_, index) => index + 1);
}

/** Every rank shares out those who saw the question between the options, and every option between the ranks. */
const ranking: Builder = (question, options) => {
  const { code, min } = question;
  const { answered, skipped } = answering(question);
  const ranks = ranksOf(question);
  const always = ranksAll(question) ? ranks.length : typeof min === 'number' ? min : 1;
  const cell = (option: string, rank: number) => plain(`${code}.${option}.${String(rank)}`);
  const share = (cells: readonly CountedCell[], isAlways: boolean, key: string, isSpare: boolean) => ({
    cells,
    isAlways,
    given: isAlways ? answered : together(key, cells, isSpare),
    none: isAlways ? skipped : rest(question, notKey(key), cells, { isSpare: true }),
  });
  const byRank = ranks.map((rank) => {
    const cells = options.map((option) => cell(option.code, rank));
    return share(cells, rank <= always, usedRankKey(code, rank), true);
  });
  const byOption = options.map((option) => {
    const cells = ranks.map((rank) => cell(option.code, rank));
    return share(cells, always === options.length, rankedKey(question, option.code), false);
  });
  const shares = [...byRank, ...byOption];
  const own = shares.flatMap(({ given, none, isAlways }) => (isAlways ? [] : [given, none]));
  return {
    cells: [...byRank.flatMap(({ cells }) => cells), ...own, answered, skipped],
    partitions: [
      ...shares.flatMap(({ cells, given, none }) => [keysOf([...cells, none]), keysOf([given, none])]),
      keysOf([answered, skipped]),
    ],
    sums: shares.map(({ cells, given, isAlways }) =>
      isAlways ? equality(cells, given) : definition(cells, given),
    ),
  };
};

/** Older versions may have had other bounds, hence other buckets: each counts in the one its lower end falls in. */
const number: Builder = (question, options, variants) => {
  const old = variants.flatMap((variant) =>
    bucketsOf(variant).map(({ code, from, to }) => ({ code, at: bucketCodeOf(question, from ?? to ?? 0) })),
  );
  return exclusive(
    question,
    options.map(({ code }) => {
      const codes = new Set([code, ...old.filter(({ at }) => at === code).map((bucket) => bucket.code)]);
      return plain(
        `${question.code}.${code}`,
        [...codes].map((bucket) => `${question.code}.${bucket}`),
      );
    }),
  );
};

const date: Builder = (question) =>
  exclusive(
    question,
    periodsOf(question).map(({ code, months }) =>
      plain(
        `${question.code}.${code}`,
        months.map((month) => `${question.code}.${month}`),
      ),
    ),
  );

/** A code outside the lists cannot be sent; if one is there all the same, it is counted apart. */
const territory: Builder = (question, options) => {
  const listed = options.map(({ code }) => plain(`${question.code}.${code}`));
  const { skipped } = answering(question);
  const unlisted = rest(question, `${question.code}#unlisted`, [...listed, skipped], {
    isSpare: true,
    isImpossible: true,
  });
  return exclusive(question, [...listed, unlisted]);
};

const BUILDERS = {
  single: oneOption,
  scale: oneOption,
  consent: oneOption,
  number,
  date,
  territory,
  multiple,
  ranking,
  matrix,
  matrixMultiple,
  text: answeredOnly,
  longText: answeredOnly,
  file: answeredOnly,
} satisfies Record<QuestionType, Builder>;

/** Everything that is counted of one question, and how it adds up. */
export function countedCells(
  question: Question,
  variants: readonly Question[],
  territories: Territories,
): CountedCells {
  const options = optionsOf(question, territories);
  const builder: Builder = BUILDERS[question.type];
  return { options, ...builder(question, options, variants) };
}

/** The sum of a number question over a slice, in its unit, whatever decimals its versions kept. */
export function sumOf(variants: readonly Question[], counts: Counts): number {
  const decimals = new Set(variants.map(decimalsOf));
  const [first] = variants;
  if (first === undefined) return 0;
  return [...decimals].reduce(
    (sum, places) => sum + countOf(counts, sumKeyOf(first, places)) / 10 ** places,
    0,
  );
}
