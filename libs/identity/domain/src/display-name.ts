import { cleanText, countCharacters } from '@preau/shared-domain';

export const DISPLAY_NAME_LENGTH = { min: 2, max: 60 } as const;

export const DISPLAY_NAME_FAULTS = [
  'TOO_SHORT',
  'TOO_LONG',
  'UNPRINTABLE',
  'MIXED_SCRIPTS',
  'CONTACT',
  'RESERVED',
] as const;
export type DisplayNameFault = (typeof DISPLAY_NAME_FAULTS)[number];

/**
 * Scripts people write names in. A name is of one of them: letters of several are how one name is made to look like
 * another (Unicode Technical Standard 39, section 5, "single script"; Japanese mixes three by its nature).
 */
const SCRIPTS: readonly RegExp[] = [
  /^\p{scx=Latin}$/u,
  /^\p{scx=Cyrillic}$/u,
  /^\p{scx=Greek}$/u,
  /^\p{scx=Arabic}$/u,
  /^\p{scx=Hebrew}$/u,
  /^\p{scx=Armenian}$/u,
  /^\p{scx=Georgian}$/u,
  /^\p{scx=Devanagari}$/u,
  /^\p{scx=Tamil}$/u,
  /^\p{scx=Bengali}$/u,
  /^\p{scx=Ethiopic}$/u,
  /^\p{scx=Thai}$/u,
  /^\p{scx=Hangul}$/u,
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]$/u,
];

/** Whose part nobody may take by a word of their name. Compared as it looks: without accents or figures put for letters. */
const RESERVED_WORDS = [
  'administrateur',
  'administration',
  'administratrice',
  'gouvernement',
  'ministere',
  'ministre',
  'moderateur',
  'moderation',
  'moderatrice',
  'preau',
  'recteur',
  'rectorat',
  'rectrice',
  'webmaster',
];
/** The same over the whole name, so that spaces between letters do not hide it; no other word holds one of these. */
const RESERVED_ANYWHERE = [
  'contributeursupprime',
  'educationnationale',
  'gouvernement',
  'ministere',
  'moderation',
  'rectorat',
];

/** What is put for letters: figures, signs, small capitals; `i` and `l` pass for one another. Source: Unicode's confusables. */
const LOOK_ALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('01345789@$!|lıɪɩᴀɑʙᴄᴅᴇɡʟᴍɴᴏᴘʀꜱᴛᴜᴠ', (sign, place) => [
    sign,
    'oieastbgasiiiiiiaabcdegimnoprstuv'.charAt(place),
  ]),
);

/** The name as it is kept: clean, spaces single. */
export const keptDisplayName = (typed: string): string => cleanText(typed).replace(/\s+/gu, ' ');

/** Why a name (already as kept) cannot be somebody's display name or pseudonym, or null. */
export function displayNameFault(name: string): DisplayNameFault | null {
  const length = countCharacters(name);
  if (length < DISPLAY_NAME_LENGTH.min || !/\p{L}/u.test(name)) return 'TOO_SHORT';
  if (length > DISPLAY_NAME_LENGTH.max) return 'TOO_LONG';
  // What ends a line would begin another header in a mail; what cannot be seen or stacks marks hides something.
  if (/[\p{C}\p{Zl}\p{Zp}]|\p{M}{4}/u.test(name)) return 'UNPRINTABLE';
  if (/@|https?:|www\.|(?:\d[ .-]?){8}/iu.test(name)) return 'CONTACT';
  const letters = name.match(/\p{L}/gu) ?? [];
  if (!SCRIPTS.some((script) => letters.every((letter) => script.test(letter)))) return 'MIXED_SCRIPTS';
  const words = name.split(/[^\p{L}\p{M}\p{N}@$!|]+/u).map(appearance);
  const whole = words.join('');
  const isReserved =
    words.some((word) => reserved.words.has(word)) || reserved.anywhere.some((word) => whole.includes(word));
  return isReserved ? 'RESERVED' : null;
}

export const PSEUDONYM_FAULTS = ['REAL_NAME'] as const;
export type PseudonymFault = (typeof PSEUDONYM_FAULTS)[number];

/**
 * Why a name (already as kept) does not hide who somebody under 18 is, or null: it looks like « Prénom Nom », or repeats a part
 * of their address, which schools make of the name.
 */
export function pseudonymFault(name: string, email: string | null): PseudonymFault | null {
  if (/^\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’ -]+$/u.test(name)) return 'REAL_NAME';
  const shown = appearance(name);
  const parts = (email?.split('@')[0] ?? '').split(/[^\p{L}]+/u).map(appearance);
  return parts.some((part) => part.length >= 4 && shown.includes(part)) ? 'REAL_NAME' : null;
}

const reserved = {
  words: new Set(RESERVED_WORDS.map(appearance)),
  anywhere: RESERVED_ANYWHERE.map(appearance),
};

/** How a word looks: lower case, without accents, look-alikes as the letters they pass for. */
function appearance(word: string): string {
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const latin = Array.from(plain, (letter) => LOOK_ALIKES[letter] ?? letter).join('');
  return latin
    .replace(/[^\p{L}]/gu, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}
