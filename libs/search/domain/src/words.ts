import { stretchesOf, WORD, type Stretch } from './stretches';

/** A word as the index knows it, and where it stands in the text it comes from. */
export interface Word extends Stretch {
  readonly folded: string;
}

const MARKS = /\p{M}+/gu;
/** As most words are, and as nearly all are once their accents are dropped. */
const PLAIN = /^[a-z0-9]+$/;
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' };
/** Plurals that no rule brings back to their singular. */
// A map: « constructor » is a word like any other, and a property of every object.
const IRREGULAR = new Map([
  ['travaux', 'travail'],
  ['vitraux', 'vitrail'],
  ['yeux', 'oeil'],
  ['essais', 'essai'],
]);

/**
 * Words that say nothing of what a text is about, as folded: articles, prepositions, pronouns, and what elisions leave (l’, jusqu’).
 * PostgreSQL's own list knows most of them; the ones it knows only with their accents are here too.
 */
const EMPTY_WORDS = new Set(
  `a ai as au aux avec avez avons c ce ces cet cette d dans de des donc du elle elles en entre est et etre eu eux
  il ils j je jusqu l la le les leur leurs lorsqu lui m ma mais me meme memes mes moi mon n ne nos notre nous on ont or ou
  par pas pour puisqu qu quand que quel quelle quelles quelqu quels qui quoi quoiqu s sa sans se ses si son sont sous sur
  t ta te tes toi ton tu un une vos votre vous y
  suis sommes etes etions seras serons serions fus fumes futes fusses fussions sois soyons
  aies auras aurons aurions ayons eus eumes eutes eusses eussions`.split(/\s+/),
);

/** Without accents, capitals, ligatures or the mark of the plural: « Œuvres » → `oeuvre`. One word in, one word out. */
export function fold(word: string): string {
  const plain = plainWord(word);
  return IRREGULAR.get(plain) ?? singular(plain);
}

/** Without accents, capitals or ligatures. */
export function plainWord(word: string): string {
  const small = word.toLowerCase();
  return PLAIN.test(small) ? small : unaccented(small);
}

/**
 * French stemming leaves « vidéos », « jeux », « emplois » and « menus » as they are: it takes no s away that follows a, i, o or u.
 * What ends in -oise or -euse loses as much as its masculine does. -ais is left to the stemming, which knows verbs.
 */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/oises?$/, 'oi'],
  [/euses?$/, 'eu'],
  [/(?<=eu|ou)x$/, ''],
  [/(?<!s|ai)s$/, ''],
];
/** Acronyms such as EPS are no plurals. */
const SHORTEST_PLURAL = 4;

function singular(word: string): string {
  if (word.length < SHORTEST_PLURAL || EMPTY_WORDS.has(word)) return word;
  const ending = ENDINGS.find(([pattern]) => pattern.test(word));
  const short = ending ? word.replace(...ending) : word;
  // « mois » is no plural of « moi ».
  return EMPTY_WORDS.has(short) ? word : short;
}

function unaccented(word: string): string {
  const plain = word.normalize('NFKD').replace(MARKS, '');
  if (PLAIN.test(plain)) return plain;
  const letters = plain
    .toLowerCase()
    .replace(/[œæß]/g, (letter) => LIGATURES[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '');
  return letters === '' ? word : letters;
}

/** The words of a text, in their order. */
export function wordsOf(text: string): Word[] {
  return stretchesOf(text).map(({ start, end }) => ({ folded: fold(text.slice(start, end)), start, end }));
}

export const isEmptyWord = (folded: string): boolean => EMPTY_WORDS.has(folded);

/** What stands for an empty word: PostgreSQL drops it too, and counts its place. */
export const DROPPED = 'le';
/** Beyond, it is no word; PostgreSQL skips the longest without counting their place. */
const LONGEST = 100;
/** Beyond, a text is found by its beginning. */
const INDEXED_LENGTH = 200_000;

/** A text as it is indexed: its words in their places, and nothing else. */
export function indexedText(text: string): string {
  const words = text.slice(0, INDEXED_LENGTH).match(WORD) ?? [];
  return words
    .map((word) => fold(word))
    .map((folded) => (isEmptyWord(folded) ? DROPPED : folded.slice(0, LONGEST)))
    .join(' ');
}
