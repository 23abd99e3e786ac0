import { phaseOf, type ConsultationDates } from '@preau/consultation-domain';
import type { NotificationEvent } from './kinds';

const DAY_MS = 86_400_000;
/** How long before the end its followers are told. */
export const CLOSING_DAYS = 7;

export interface ConsultationEvent {
  readonly event: Extract<NotificationEvent, `CONSULTATION_${string}`>;
  /** When it happened. Whoever began to follow later did not miss it: they saw it. */
  readonly at: Date;
}

/**
 * What has happened to a consultation by now, as its followers are told. « Closing » is said only while it is true, and
 * never of a consultation so short that it opens with a week left.
 */
export function eventsOf(dates: ConsultationDates, now: Date): ConsultationEvent[] {
  const { opensAt, closesAt, reportedAt } = dates;
  const phase = phaseOf(dates, now);
  const closing = new Date(closesAt.getTime() - CLOSING_DAYS * DAY_MS);
  const events: ConsultationEvent[] = [];
  if (phase !== 'UPCOMING') events.push({ event: 'CONSULTATION_OPENED', at: opensAt });
  if (phase === 'OPEN' && closing <= now && closing > opensAt)
    events.push({ event: 'CONSULTATION_CLOSING', at: closing });
  if (phase === 'CLOSED' || phase === 'REPORTED') events.push({ event: 'CONSULTATION_CLOSED', at: closesAt });
  if (phase === 'REPORTED' && reportedAt) events.push({ event: 'CONSULTATION_REPORTED', at: reportedAt });
  return events;
}
