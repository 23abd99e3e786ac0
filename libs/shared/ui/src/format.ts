/** U+202F, the narrow space French puts inside numbers and before %. */
const NARROW = '\u202f';
const PARIS = 'Europe/Paris';

const integers = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });
const decimals = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

/** Narrow spaces everywhere, whatever the browser's own data use. */
const narrowed = (text: string) => text.replace(/[\u00a0\u202f ]/g, NARROW);

/** `51003` → « 51 003 »; at most one decimal: `3.25` → « 3,3 ». */
export function formatNumber(value: number): string {
  return narrowed((Number.isInteger(value) ? integers : decimals).format(value));
}

/** A share from 0 to 1 as a whole percentage: `0.463` → « 46 % »; what rounds to nothing is « moins de 1 % ». */
export function formatShare(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 0 && share > 0) return `moins de 1${NARROW}%`;
  return `${narrowed(integers.format(percent))}${NARROW}%`;
}

const dayParts = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: PARIS,
});

/** A day (`2026-11-22`) or an instant, as the day in Paris: « 22 novembre 2026 », « 1er mars 2026 ». */
export function formatDay(value: string | Date): string {
  // Noon: a bare day is the same day everywhere from UTC-11 to UTC+11, so in Paris all year.
  const instant = new Date(typeof value === 'string' && value.length === 10 ? `${value}T12:00:00Z` : value);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    dayParts.formatToParts(instant).find((one) => one.type === type)?.value ?? '';
  const day = part('day');
  return `${day === '1' ? '1er' : day} ${part('month')} ${part('year')}`;
}

/** An instant in Paris: « 22 novembre 2026 à 10:42 ». For what everybody must read alike: opening, closing, figures. */
export function formatDateTime(value: string | Date): string {
  return `${formatDay(new Date(value))} à\u00a0${clock(value, PARIS)}`;
}

/** The hour on this device's own clock: « 10:42 ». For what this person just did. */
export function formatTime(value: string | Date): string {
  return clock(value);
}

function clock(value: string | Date, timeZone?: string): string {
  return new Intl.DateTimeFormat('fr-FR', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone ? { timeZone } : {}),
  }).format(new Date(value));
}

/** `plural(1, 'jour', 'jours')` → « 1 jour »; French counts 0 and 1 in the singular. */
export function plural(count: number, one: string, many: string): string {
  return `${formatNumber(count)}\u00a0${Math.abs(count) < 2 ? one : many}`;
}

/** What people type, its signs kept with the word they follow: a line never begins with « : » or « ? ». */
export const unbroken = (text: string): string =>
  text.replace(/ (?=[:;?!»%€](?:\s|$|[.,)»]))/g, '\u00a0').replace(/« /g, '«\u00a0');
