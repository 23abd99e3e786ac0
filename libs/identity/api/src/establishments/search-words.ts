/** As many words as anybody needs to name a school. */
const MOST_WORDS = 8;
const FEWEST_LETTERS = 2;

/**
 * The words to look for, as `search_text` holds them: without accents or capitals. Null when there are fewer than two
 * letters or figures to go by.
 */
export function searchWords(typed: string): readonly string[] | null {
  const plain = typed
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
  return words.join('').length < FEWEST_LETTERS ? null : words.slice(0, MOST_WORDS);
}
