import { stretchesOf, type Stretch } from './stretches';

/** A stretch of text, marked when it is what was looked for. */
export interface Segment {
  readonly text: string;
  readonly isMatch: boolean;
}

/** Words shown around what was found. */
const SHOWN = 36;
const BEFORE = 8;

/** A text cut where words in these places (from 1) begin and end. Words that touch one another are one match. */
export function segmentsOf(text: string, places: ReadonlySet<number>): Segment[] {
  return cut(text, stretchesOf(text), places, 0, text.length);
}

/** The part of a text where most of the words in these places (from 1) stand together; its beginning when there are none. */
export function excerptOf(text: string, places: ReadonlySet<number>): Segment[] {
  const words = stretchesOf(text);
  const first = Math.max(
    0,
    bestStart(
      words.length,
      [...places].sort((a, b) => a - b),
    ) - BEFORE,
  );
  const from = words.length - first < SHOWN ? Math.max(0, words.length - SHOWN) : first;
  const last = Math.min(words.length, from + SHOWN);
  const start = from === 0 ? 0 : (words[from]?.start ?? 0);
  const end = last === words.length ? text.length : (words[last - 1]?.end ?? text.length);
  const segments = cut(text, words, places, start, end);
  return [
    ...(start > 0 ? [{ text: '… ', isMatch: false }] : []),
    ...segments,
    ...(end < text.length ? [{ text: ' …', isMatch: false }] : []),
  ];
}

/** The word (from 0) from which a stretch holds most places. */
function bestStart(count: number, places: readonly number[]): number {
  let [best, most] = [0, 0];
  let end = 0;
  for (const [at, place] of places.entries()) {
    while (end < places.length && (places[end] ?? 0) < place + SHOWN - BEFORE) end += 1;
    if (end - at > most) [best, most] = [place - 1, end - at];
  }
  return Math.min(best, Math.max(0, count - 1));
}

function cut(
  text: string,
  words: readonly Stretch[],
  places: ReadonlySet<number>,
  start: number,
  end: number,
): Segment[] {
  const segments: Segment[] = [];
  let at = start;
  for (const [index, word] of words.entries()) {
    if (!places.has(index + 1) || word.start < at || word.end > end) continue;
    if (word.start > at) segments.push({ text: spaced(text.slice(at, word.start)), isMatch: false });
    segments.push({ text: text.slice(word.start, word.end), isMatch: true });
    at = word.end;
  }
  if (at < end) segments.push({ text: spaced(text.slice(at, end)), isMatch: false });
  return joined(segments);
}

const spaced = (text: string) => text.replace(/\s+/g, ' ');

/** « espace numérique » is one mark, not two with a gap. */
function joined(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  for (const [index, segment] of segments.entries()) {
    const last = result.at(-1);
    const isGap = segment.text === ' ' && segments[index + 1]?.isMatch;
    if (last?.isMatch && (isGap || segment.isMatch))
      result[result.length - 1] = { ...last, text: last.text + segment.text };
    else result.push(segment);
  }
  return result;
}
