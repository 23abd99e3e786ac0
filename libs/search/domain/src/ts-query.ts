import { type ParsedQuery, type QueryPart } from './query.rules';
import { DROPPED, isEmptyWord, wordsOf } from './words';

/** A query for similar things is made of at most so many words. */
const COMPARED_WORDS = 8;
const LONGEST_SIGNIFICANT = 60;

/** Groups of terms that mean the same, each term as its folded words. */
export type SynonymGroups = readonly (readonly (readonly string[])[])[];

/** Terms as people wrote them, ready for `tsQueryOf`. */
export const synonymGroups = (groups: readonly (readonly string[])[]): SynonymGroups =>
  groups.map((terms) => terms.map((term) => wordsOf(term).map(({ folded }) => folded)));

/** What is asked of the words of a document. */
type Manner =
  /** All that was asked. */
  | 'exact'
  /** That they are there, in whatever order: what an index tells. A little more than `exact`, never less. */
  | 'indexed';

/**
 * A query for PostgreSQL's `to_tsquery`. Of what was typed only folded words get in, which are letters and figures: whatever
 * signs it had, the operators here are ours.
 */
export function tsQueryOf(query: ParsedQuery, synonyms: SynonymGroups, manner: Manner = 'exact'): string {
  return query.parts
    .map((part) => {
      const words = foldedOf(part);
      if (part.isExcluded) return excluded(words, manner);
      return part.isExact ? phrase(words, manner) : allOf(words, synonyms, manner);
    })
    .filter(Boolean)
    .join(' & ');
}

/** Documents that have a phrase cannot be told apart from those that have its words without looking at them. */
function excluded(words: readonly string[], manner: Manner): string {
  if (manner === 'indexed' && words.length > 1) return '';
  const found = phrase(words, manner);
  return found && `!(${found})`;
}

/** The words of a text that may say what it is about, each once, in their order. */
export function significantWords(text: string): string[] {
  const words = wordsOf(text).map(({ folded }) => folded);
  return [...new Set(words)].filter(
    (word) => !isEmptyWord(word) && word.length > 1 && word.length <= LONGEST_SIGNIFICANT,
  );
}

/** Any of the rarest words of a text (`frequencies` says in how many documents they are), the one being typed by its beginning too. */
export function similarTsQuery(text: string, frequencies: ReadonlyMap<string, number>): string {
  const frequency = (word: string) => frequencies.get(word) ?? 0;
  const words = significantWords(text);
  const rarest = words.toSorted((a, b) => frequency(a) - frequency(b)).slice(0, COMPARED_WORDS);
  const last = /[\p{L}\p{N}]$/u.test(text) ? wordsOf(text).at(-1)?.folded : undefined;
  const begun = last && last.length > 2 && words.includes(last) ? [`'${last}':*`] : [];
  return [...rarest.map((word) => `'${word}'`), ...begun].join(' | ');
}

/** The words of what is found, synonyms included: those that are marked in excerpts. */
export function markedWords(query: ParsedQuery, synonyms: SynonymGroups): string {
  const sought = query.parts.filter(({ isExcluded }) => !isExcluded);
  const others = sought
    .filter(({ isExact }) => !isExact)
    .flatMap((part) => runsOf(foldedOf(part), synonyms).flatMap(({ others }) => others.flat()));
  return [...sought.flatMap(foldedOf), ...others].filter((word) => !isEmptyWord(word)).join(' ');
}

const foldedOf = ({ words }: QueryPart) => words.map(({ folded }) => folded);
const operand = (word: string) => `'${word}'`;

/** In this order, empty words keeping their places. */
function phrase(words: readonly string[], manner: Manner): string {
  if (manner === 'indexed') return together(words);
  if (words.every(isEmptyWord)) return '';
  return words.map((word) => operand(isEmptyWord(word) ? DROPPED : word)).join(' <-> ');
}

const together = (words: readonly string[]) =>
  words
    .filter((word) => !isEmptyWord(word))
    .map(operand)
    .join(' & ');

function allOf(words: readonly string[], synonyms: SynonymGroups, manner: Manner): string {
  return runsOf(words, synonyms)
    .flatMap(({ own, others }) => {
      const all = together(own);
      if (!all) return [];
      const alternatives = [all, ...others.map((term) => phrase(term, manner)).filter(Boolean)];
      return alternatives.length === 1 ? [all] : [`(${alternatives.map((one) => `(${one})`).join(' | ')})`];
    })
    .join(' & ');
}

interface Run {
  readonly own: readonly string[];
  /** The other terms of its group; none for a word without synonyms. */
  readonly others: readonly (readonly string[])[];
}

/** Cuts words into the terms of groups (the longest first) and single words. */
function runsOf(words: readonly string[], synonyms: SynonymGroups): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < words.length;) {
    const own = longestTerm(words, at, synonyms);
    const group = own && synonyms.find((terms) => terms.includes(own));
    runs.push({
      own: own ?? words.slice(at, at + 1),
      others: group ? group.filter((term) => term !== own) : [],
    });
    at += own?.length ?? 1;
  }
  return runs;
}

function longestTerm(words: readonly string[], at: number, synonyms: SynonymGroups) {
  let longest: readonly string[] | undefined;
  for (const term of synonyms.flat()) {
    const isHere = term.length > 0 && term.every((word, index) => words[at + index] === word);
    if (isHere && term.length > (longest?.length ?? 0)) longest = term;
  }
  return longest;
}
