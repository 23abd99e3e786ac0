import { cleanText, countCharacters } from '@preau/shared-domain';
import { isEmptyWord, plainWord, wordsOf } from './words';

/** How many terms mean the same. */
export const SYNONYM_TERMS = { min: 2, max: 10 } as const;
/** Of one term, in characters; and in words, as it is looked for in queries. */
export const SYNONYM_LENGTH = { min: 2, max: 100, words: 12 } as const;

export const SYNONYM_REFUSALS = [
  'TOO_FEW_TERMS',
  'TOO_MANY_TERMS',
  'TERM_TOO_SHORT',
  'TERM_TOO_LONG',
  'TERM_TWICE',
  'TERM_IN_ANOTHER_GROUP',
  'UNKNOWN_GROUP',
] as const;
export type SynonymRefusal = (typeof SYNONYM_REFUSALS)[number];

export interface SynonymFault {
  readonly code: SynonymRefusal;
  /** The term at fault, when there is one. */
  readonly term: string | null;
}

/** The terms as they are kept: cleaned, on one line, those left empty out. */
export const keptTerms = (typed: readonly string[]): string[] =>
  typed.map((term) => cleanText(term).replace(/\s+/g, ' ')).filter((term) => term !== '');

/** What two terms that are looked for alike have in common: « L’ENT » and « l'ent » are one term. */
export const termKey = (term: string): string =>
  wordsOf(term)
    .map(({ start, end }) => plainWord(term.slice(start, end)))
    .join(' ');

/** Why these terms (as kept) cannot be a group, or null. `taken` says which keys belong to other groups. */
export function synonymFault(terms: readonly string[], taken: ReadonlySet<string>): SynonymFault | null {
  if (terms.length < SYNONYM_TERMS.min) return { code: 'TOO_FEW_TERMS', term: null };
  if (terms.length > SYNONYM_TERMS.max) return { code: 'TOO_MANY_TERMS', term: null };
  const seen = new Set<string>();
  for (const term of terms) {
    const code = termFault(term) ?? (seen.has(termKey(term)) ? 'TERM_TWICE' : null);
    if (code) return { code, term };
    seen.add(termKey(term));
  }
  const elsewhere = terms.find((term) => taken.has(termKey(term)));
  return elsewhere === undefined ? null : { code: 'TERM_IN_ANOTHER_GROUP', term: elsewhere };
}

function termFault(term: string): SynonymRefusal | null {
  const words = wordsOf(term);
  const length = countCharacters(term);
  if (length < SYNONYM_LENGTH.min || words.every(({ folded }) => isEmptyWord(folded)))
    return 'TERM_TOO_SHORT';
  return length > SYNONYM_LENGTH.max || words.length > SYNONYM_LENGTH.words ? 'TERM_TOO_LONG' : null;
}
