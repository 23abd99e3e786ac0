import type {
  Answer,
  ChoiceAnswer,
  CleanResponse,
  Definition,
  Question,
  QuestionType,
  TerritoryAnswer,
} from './definition';
import { bucketCodeOf, decimalsOf, scaledValue } from './tally-buckets';
import { monthOf } from './tally-periods';

/**
 * Counts of responses, flat so that they add up key by key, in JavaScript or in SQL:
 * `n` responses; per question `q#shown`, `q#answered`; then `q.option` (single, multiple, scale, consent, territory),
 * `q.bucket` and `q#sum` (number), `q.2015-02` (date), `q.row.option` (matrices), `q.option.rank` (ranking).
 * A sum is in units of the last decimal: `q#sum` for whole numbers, `q#sum2` in hundredths.
 */
export type Counts = Record<string, number>;

/** A question with the keys it is counted under, each put together once: counting runs for every response. */
interface Counted {
  readonly question: Question;
  readonly shown: string;
  readonly answered: string;
  readonly key: (value: string) => string;
  readonly cellKey: (row: string, value: string) => string;
}

/** Takes one count: its key, and how much it adds. */
export type AddCount = (key: string, amount: number) => void;

type Counter = (counted: Counted, answer: Answer, add: AddCount) => void;

/** Remembers what it made for each word. For words of the definition only: they are few. */
function remember<T>(make: (word: string) => T): (word: string) => T {
  const made = new Map<string, T>();
  return (word) => {
    const kept = made.get(word) ?? make(word);
    made.set(word, kept);
    return kept;
  };
}

function counted(question: Question): Counted {
  const { code } = question;
  const byRow = remember((row) => remember((value) => `${code}.${row}.${value}`));
  return {
    question,
    shown: `${code}#shown`,
    answered: `${code}#answered`,
    key: remember((value) => `${code}.${value}`),
    cellKey: (row, value) => byRow(row)(value),
  };
}

/** The code a choice is counted under: the words typed beside "other" are never counted. */
const codeOf = (choice: ChoiceAnswer) => (typeof choice === 'string' ? choice : choice.option);

/** The key of the sum of a number question; the decimals are in it, so that versions may differ. */
export function sumKeyOf(question: Question, decimals = decimalsOf(question)): string {
  return `${question.code}#sum${decimals === 0 ? '' : String(decimals)}`;
}

/** How a territory is counted: académies by their code alone; establishments together, there are 60,000 of them. */
export function territoryCode({ level, code }: TerritoryAnswer): string {
  if (level === 'academie') return code;
  return level === 'departement' ? `departement:${code}` : level;
}

const nothingMore: Counter = () => undefined;

const plainValue: Counter = ({ key }, answer, add) => {
  add(key(String(answer as number)), 1);
};

// A response holds each key once. Clean answers have passed the validation of their type: the casts
// say what it checked.
const COUNTERS = {
  single: ({ key }, answer, add) => {
    add(key(codeOf(answer as ChoiceAnswer)), 1);
  },
  multiple: ({ key }, answer, add) => {
    for (const choice of answer as readonly ChoiceAnswer[]) add(key(codeOf(choice)), 1);
  },
  scale: plainValue,
  consent: plainValue,
  number: ({ question, key }, answer, add) => {
    const value = answer as number;
    add(key(bucketCodeOf(question, value)), 1);
    const scaled = scaledValue(question, value);
    if (scaled !== 0) add(sumKeyOf(question), scaled);
  },
  date: ({ key }, answer, add) => {
    add(key(monthOf(answer as string)), 1);
  },
  ranking: ({ cellKey }, answer, add) => {
    (answer as readonly string[]).forEach((option, index) => {
      add(cellKey(option, String(index + 1)), 1);
    });
  },
  matrix: ({ cellKey }, answer, add) => {
    for (const [row, option] of Object.entries(answer as Record<string, string>)) {
      add(cellKey(row, option), 1);
    }
  },
  matrixMultiple: ({ cellKey }, answer, add) => {
    for (const [row, options] of Object.entries(answer as Record<string, readonly string[]>)) {
      for (const option of options) add(cellKey(row, option), 1);
    }
  },
  territory: ({ question }, answer, add) => {
    add(`${question.code}.${territoryCode(answer as TerritoryAnswer)}`, 1);
  },
  text: nothingMore,
  longText: nothingMore,
  file: nothingMore,
} satisfies Record<QuestionType, Counter>;

const byDefinition = new WeakMap<Definition, ReadonlyMap<string, Counted>>();

function countedQuestions(definition: Definition): ReadonlyMap<string, Counted> {
  const known = byDefinition.get(definition);
  if (known !== undefined) return known;
  const questions = definition.sections.flatMap((section) => section.questions);
  const index = new Map(questions.map((question) => [question.code, counted(question)]));
  byDefinition.set(definition, index);
  return index;
}

/**
 * What one response adds to the tallies, count by count; no key comes twice. Texts count as shown and answered only; a
 * consent that is not given is not an answer. Adding the counts of every response gives the tally, in any order; taking
 * away the counts of a response as it was and adding them as it is moves an amended answer exactly.
 */
export function eachCount(definition: Definition, clean: CleanResponse, add: AddCount): void {
  const questions = countedQuestions(definition);
  add('n', 1);
  for (const code of clean.skipped) {
    const skipped = questions.get(code);
    if (skipped !== undefined) add(skipped.shown, 1);
  }
  for (const [code, answer] of Object.entries(clean.answers)) {
    const found = questions.get(code);
    if (found === undefined) continue;
    add(found.shown, 1);
    if (answer === false) continue;
    add(found.answered, 1);
    COUNTERS[found.question.type](found, answer, add);
  }
}

/** The counts of one response, as `eachCount` gives them. */
export function countsOf(definition: Definition, clean: CleanResponse): Counts {
  const counts: Counts = {};
  eachCount(definition, clean, (key, amount) => {
    counts[key] = amount;
  });
  return counts;
}

/** Adds `delta`, `times` times (−1 takes it away), into `into`, in place. A count that comes to zero is dropped. */
export function addCounts(into: Counts, delta: Counts, times = 1): void {
  for (const key of Object.keys(delta)) {
    const sum = (into[key] ?? 0) + (delta[key] ?? 0) * times;
    if (sum !== 0) into[key] = sum;
    // A tally holds only what was counted, so that two equal tallies have the same keys.
    else Reflect.deleteProperty(into, key);
  }
}
