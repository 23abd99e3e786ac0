/** 23 letters: I, O and Q could be taken for figures. Source: national directory of establishments (RAMSESE). */
const CHECK_LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/** The letter that ends an establishment's number: its seven figures, modulo 23. */
export const uaiCheckLetter = (figures: string): string =>
  CHECK_LETTERS.charAt(Number(figures) % CHECK_LETTERS.length);

/** An establishment's number as it is kept (`0750655E`), from how people type it; null when it cannot be one. */
export function readUai(typed: string): string | null {
  const uai = typed.replace(/[\s.-]/g, '').toUpperCase();
  if (!/^\d{7}[A-Z]$/.test(uai)) return null;
  return uaiCheckLetter(uai.slice(0, 7)) === uai.charAt(7) ? uai : null;
}
