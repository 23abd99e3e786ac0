import { daysBetween } from '@preau/shared-domain';

export const CONSULTATION_PHASES = ['UPCOMING', 'OPEN', 'CLOSED', 'REPORTED'] as const;
export type ConsultationPhase = (typeof CONSULTATION_PHASES)[number];

export interface ConsultationDates {
  readonly opensAt: Date;
  /** The first instant at which nothing is accepted any more. */
  readonly closesAt: Date;
  readonly reportedAt: Date | null;
}

/** Where a consultation stands. A report dated before the closing does not close it. */
export function phaseOf(dates: ConsultationDates, now: Date): ConsultationPhase {
  if (now < dates.opensAt) return 'UPCOMING';
  if (now < dates.closesAt) return 'OPEN';
  return dates.reportedAt !== null && dates.reportedAt <= now ? 'REPORTED' : 'CLOSED';
}

/**
 * Calendar days in Paris left to take part: 0 on the last day, null unless open.
 * A consultation closing at midnight has its last day on the eve.
 */
export function daysLeft(dates: ConsultationDates, now: Date): number | null {
  if (phaseOf(dates, now) !== 'OPEN') return null;
  return daysBetween(now, new Date(dates.closesAt.getTime() - 1));
}

/** The paragraphs of its report that may be read: all once it is reported, none before. */
export function publicReport(
  consultation: ConsultationDates & { readonly report: readonly string[] },
  now: Date,
): readonly string[] {
  return phaseOf(consultation, now) === 'REPORTED' ? consultation.report : [];
}

/** Orders consultations for a list: open ones (soonest to close first), then those to come, then the latest. */
export function byInterest(now: Date): (a: ConsultationDates, b: ConsultationDates) => number {
  const rank = { OPEN: 0, UPCOMING: 1, CLOSED: 2, REPORTED: 2 } satisfies Record<ConsultationPhase, number>;
  const within = (dates: ConsultationDates) =>
    ({
      OPEN: dates.closesAt.getTime(),
      UPCOMING: dates.opensAt.getTime(),
      CLOSED: -dates.closesAt.getTime(),
      REPORTED: -dates.closesAt.getTime(),
    })[phaseOf(dates, now)];
  return (a, b) => rank[phaseOf(a, now)] - rank[phaseOf(b, now)] || within(a) - within(b);
}
