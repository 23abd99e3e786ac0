import { dayInParis } from '@preau/shared-domain';
import type { DigestFrequency } from './kinds';

/** Digests leave from seven in the morning, in Paris; weekly ones on Mondays, or as soon after as mails can leave. */
export const DIGEST_HOUR = 7;

const parisHour = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  hour: '2-digit',
  hourCycle: 'h23',
});

/**
 * The digests whose time has come, by the name of their period: each period has one, and a name already taken is a digest
 * already begun. Asked again at any later hour of the day, the answer is the same, so an hour missed is made up for.
 */
export function dueDigests(now: Date): { frequency: DigestFrequency; period: string }[] {
  if (Number(parisHour.format(now)) < DIGEST_HOUR) return [];
  const day = dayInParis(now);
  return [
    { frequency: 'DAILY', period: day },
    { frequency: 'WEEKLY', period: weekOf(day) },
  ];
}

/** The ISO week of a day: `2026-11-22` → `2026-W47`. */
export function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  // A week belongs to the year of its Thursday.
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  const year = date.getUTCFullYear();
  const week = Math.ceil(((date.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7);
  return `${String(year)}-W${String(week).padStart(2, '0')}`;
}
