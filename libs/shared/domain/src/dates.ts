const parisDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const MINUTE = 60_000;
/** Asked with every response and every export line, nearly always about the present minute. */
let latest = { minute: Number.NaN, day: '' };

/** The calendar day in Paris at an instant, as `YYYY-MM-DD`. */
export function dayInParis(instant: Date): string {
  const minute = Math.floor(instant.getTime() / MINUTE);
  if (minute !== latest.minute) latest = { minute, day: parisDay.format(instant) };
  return latest.day;
}

/** Whole calendar days in Paris from one instant to another: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: Date, to: Date): number {
  const dayNumber = (instant: Date) => Date.parse(`${dayInParis(instant)}T00:00:00Z`) / 86_400_000;
  return dayNumber(to) - dayNumber(from);
}

/** The last second of a calendar day (`YYYY-MM-DD`) in Paris; null when it is no day. */
export function endOfDayInParis(day: string): Date | null {
  const ends = ['+01:00', '+02:00'].map((offset) => new Date(`${day}T23:59:59${offset}`));
  return ends.find((end) => isLastSecond(end, day)) ?? null;
}

const isLastSecond = (instant: Date, day: string) =>
  !Number.isNaN(instant.getTime()) &&
  dayInParis(instant) === day &&
  dayInParis(new Date(instant.getTime() + 1_000)) !== day;
