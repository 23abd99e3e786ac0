import { formatDay } from '@preau/ui';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30 * DAY;

const words = new Intl.RelativeTimeFormat('fr-FR', { numeric: 'auto' });

/** How long ago, in words: « à l’instant », « il y a 5 minutes », « hier »; the day itself beyond a month. */
export function relativeTime(value: string, now: number): string {
  const seconds = Math.max(0, (now - Date.parse(value)) / 1_000);
  if (seconds < MINUTE) return 'à l’instant';
  if (seconds < HOUR) return words.format(-Math.floor(seconds / MINUTE), 'minute');
  if (seconds < DAY) return words.format(-Math.floor(seconds / HOUR), 'hour');
  if (seconds < MONTH) return words.format(-Math.floor(seconds / DAY), 'day');
  return `le ${formatDay(value)}`;
}
