import model from '@preau/data/demo/debate-model.json' with { type: 'json' };

/** The next number of a sequence, from 0 to below 1. */
export type Random = () => number;

/** The same sequence for the same seed (mulberry32, Tommy Ettinger, public domain). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = <T>(random: Random, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)] as T;

const SLOTS: Readonly<Record<string, readonly string[]>> = model.slots;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function filled(random: Random, pattern: string): string {
  return pattern.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const word = pick(random, SLOTS[slot.toLowerCase()] ?? []);
    return slot === slot.toLowerCase() ? word : capital(word);
  });
}

export const inventedTitle = (random: Random): string => filled(random, pick(random, model.titles));

/** Some sentences, the way people write: one word in a hundred is a rare one. */
export function inventedBody(random: Random): string {
  const sentences = Array.from({ length: 2 + Math.floor(random() * 5) }, () =>
    filled(random, pick(random, model.sentences)),
  );
  if (random() < 0.3) sentences.push(`Un mot encore : ${pick(random, model.rareWords)}.`);
  const half = Math.ceil(sentences.length / 2);
  return `${sentences.slice(0, half).join(' ')}\n\n${sentences.slice(half).join(' ')}`;
}

export const inventedName = (random: Random): string =>
  `${pick(random, model.firstNames)} ${String.fromCharCode(65 + Math.floor(random() * 26))}.`;
