/** Stands first in mails that can be answered: what is below it is ours. */
export const CUT_LINE = '——— Écrivez au-dessus de cette ligne ———';

const CUT = /crivez au-dessus de cette ligne/i;
const QUOTED = /^\s*>/;
const SIGNATURE = /^--\s?$/;
/** What telephones and mail readers sign with by themselves. */
const ADVERTISED =
  /^(?:envoyé (?:de|depuis|à partir de) |sent from |obtenir outlook pour |télécharge[rz] outlook pour |get outlook for )/i;
const SEPARATOR =
  /^-{3,}\s*(?:message d.origine|original message|message transféré|forwarded message)\s*-{3,}$/i;
/** « Le dim. 22 nov. 2026 à 10:00, Préau <…> a écrit : », whose line is often broken in two or three. */
const ATTRIBUTION = /^(?:Le\s.{6,400}\sa\sécrit\s*:|On\s.{6,400}\swrote\s*:)$/s;
/** Whoever only says « Le proviseur a écrit : » gives no time and no address. */
const SAYS_WHEN = /\d{1,2}\s?[:h]\s?\d{2}|<[^>\s]+@[^>\s]+>/;
const FROM_HEADER = /^\*?(?:De|From)\s*:/i;
const DATE_HEADER = /^\*?(?:Envoyé|Sent|Date)(?!\p{L})[^:]{0,10}:/iu;

/**
 * What somebody wrote in answer to a mail, out of the text of the whole: without the mail they answer, however their reader
 * quotes it, and without a signature. Passages quoted among their own words stay.
 */
export function replyText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const end = lines.findIndex((_, at) => beginsQuotation(lines, at));
  if (end < 0) return tidy(lines);
  const above = tidy(lines.slice(0, end));
  if (above !== '') return above;
  // Some write under what they answer.
  const last = lines.findLastIndex((line) => QUOTED.test(line));
  return last < 0 ? '' : tidy(lines.slice(last + 1));
}

function beginsQuotation(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? '').trim();
  if (CUT.test(line) || SEPARATOR.test(line)) return true;
  if (FROM_HEADER.test(line))
    return lines.slice(at + 1, at + 5).some((next) => DATE_HEADER.test(next.trim()));
  return [1, 2, 3].some((length) => {
    const joined = lines
      .slice(at, at + length)
      .map((part) => part.trim())
      .join(' ');
    return ATTRIBUTION.test(joined) && SAYS_WHEN.test(joined);
  });
}

function tidy(lines: readonly string[]): string {
  const signature = lines.findIndex((line) => SIGNATURE.test(line));
  const kept = signature < 0 ? [...lines] : lines.slice(0, signature);
  const isLeft = (line: string) =>
    line.trim() === '' || QUOTED.test(line) || /^[_*\s]+$/.test(line) || ADVERTISED.test(line.trim());
  while (kept.length > 0 && isLeft(kept.at(-1) ?? '')) kept.pop();
  return kept.join('\n').trim();
}
