import { dayInParis } from '@preau/shared-domain';

export interface OpeningDates {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

const DAY_MS = 86_400_000;
const OPENED_DAYS_AGO = 20;
const CLOSES_IN_DAYS = 28;

/**
 * When the demonstration runs: from midnight twenty days ago to the end of the day four weeks from now.
 * Dates in use stay while the edition is still open; once it would have closed, it begins anew around `now`.
 */
export function demonstrationDates(now: Date, inUse: OpeningDates | null): OpeningDates {
  if (inUse && inUse.opensAt <= now && now < inUse.closesAt) return inUse;
  return {
    opensAt: startOfDay(dayFrom(now, -OPENED_DAYS_AGO)),
    closesAt: endOfDay(dayFrom(now, CLOSES_IN_DAYS)),
  };
}

/** The dates of a finished edition: whole days in Paris, the last one included. */
export function finishedDates(days: { opensOn: string; closesOn: string }): OpeningDates {
  return { opensAt: startOfDay(days.opensOn), closesAt: endOfDay(days.closesOn) };
}

/** The calendar day in Paris some days from an instant. */
function dayFrom(now: Date, days: number): string {
  return new Date(Date.parse(`${dayInParis(now)}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Midnight in Paris, an hour or two before midnight UTC. The clocks change later in the night. */
function startOfDay(day: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const summer = new Date(utc - 2 * 3_600_000);
  return dayInParis(summer) === day ? summer : new Date(utc - 3_600_000);
}

/** The last second of a day, so that the day shown as the last is one on which people can still answer. */
function endOfDay(day: string): Date {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  return new Date(startOfDay(next).getTime() - 1_000);
}
