import { CHOSEN_KINDS, MAIL_FREQUENCIES, type ChosenKind, type MailFrequency } from './kinds';

/** The weekly limit one may set. */
export const MAILS_PER_WEEK = { min: 1, max: 20 } as const;

export interface MailPreferences {
  readonly frequencies: Readonly<Record<ChosenKind, MailFrequency>>;
  /** At most so many mails in seven days; null: no limit. Service mails are not counted. */
  readonly perWeek: number | null;
}

export const PREFERENCE_REFUSALS = ['PER_WEEK_OUT_OF_RANGE'] as const;
export type PreferenceRefusal = (typeof PREFERENCE_REFUSALS)[number];

/** Why preferences cannot be kept, or null. */
export function preferenceRefusal({ perWeek }: Pick<MailPreferences, 'perWeek'>): PreferenceRefusal | null {
  if (perWeek === null) return null;
  const fits = Number.isInteger(perWeek) && perWeek >= MAILS_PER_WEEK.min && perWeek <= MAILS_PER_WEEK.max;
  return fits ? null : 'PER_WEEK_OUT_OF_RANGE';
}

/** Whether one more mail may go to somebody who received `sent` in the last seven days. What may not waits for the next. */
export const mayMail = (sent: number, perWeek: number | null): boolean => perWeek === null || sent < perWeek;

/** What a mail's link ends: mails of one kind, or whatever came at that pace. */
export const UNSUBSCRIBE_SCOPES = [...CHOSEN_KINDS, 'IMMEDIATE', 'DAILY', 'WEEKLY'] as const;
export type UnsubscribeScope = (typeof UNSUBSCRIBE_SCOPES)[number];

export const isUnsubscribeScope = (text: string): text is UnsubscribeScope =>
  (UNSUBSCRIBE_SCOPES as readonly string[]).includes(text);

/** The kinds a scope ends, among what somebody receives now. */
export function endedKinds(
  scope: UnsubscribeScope,
  frequencies: MailPreferences['frequencies'],
): readonly ChosenKind[] {
  return CHOSEN_KINDS.filter((kind) =>
    (MAIL_FREQUENCIES as readonly string[]).includes(scope) ? frequencies[kind] === scope : kind === scope,
  );
}
