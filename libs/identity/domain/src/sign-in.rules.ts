/** How long the link and the code of a sign-in mail work. */
export const SIGN_IN_MINUTES = 15;

/** How long, in hours, what was asked stays after it has ended: its mails count for an hour. */
export const SIGN_IN_KEPT_HOURS = 2;
/** Wrong codes after which a mail's six figures are worth nothing. */
export const CODE_TRIES = 5;
/** Mails one address can be made to receive in an hour, whoever asks. */
export const MAILS_PER_HOUR = 3;

/** Codes one account (or one address without) can be tried with in fifteen minutes, over all its mails. */
export const TRIES_PER_QUARTER = 10;

export const SIGN_IN_REFUSALS = ['EXPIRED', 'INVALID', 'OTHER_BROWSER', 'TOO_MANY_TRIES'] as const;
export type SignInRefusal = (typeof SIGN_IN_REFUSALS)[number];

export interface SignInAttempt {
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly failedTries: number;
}

/** Whether one more mail may be sent to an address, given how many were asked for in the last hour. */
export function mayMailAgain(askedInLastHour: number): boolean {
  return askedInLastHour < MAILS_PER_HOUR;
}

/** When a mail asked for now stops working. */
export function signInExpiry(now: Date): Date {
  return new Date(now.getTime() + SIGN_IN_MINUTES * 60_000);
}

/**
 * Why a mail's link can no longer be used, or null. A link is not subject to the tries: nobody can guess it,
 * and somebody wasting the tries of the code must not keep its owner out.
 */
export function linkRefusal(attempt: SignInAttempt, now: Date): SignInRefusal | null {
  return attempt.usedAt !== null || attempt.expiresAt <= now ? 'EXPIRED' : null;
}

/** Why a mail's code may no longer be tried, or null. */
export function codeRefusal(attempt: SignInAttempt, now: Date): SignInRefusal | null {
  return linkRefusal(attempt, now) ?? (attempt.failedTries >= CODE_TRIES ? 'TOO_MANY_TRIES' : null);
}

/** What to answer to a wrong code, the `failedTries`-th one of its mail. */
export function wrongCode(failedTries: number): { code: SignInRefusal; triesLeft: number } {
  const triesLeft = Math.max(0, CODE_TRIES - failedTries);
  return { code: triesLeft > 0 ? 'INVALID' : 'TOO_MANY_TRIES', triesLeft };
}

/** The six figures in what a person typed or pasted: spaces of any kind are not part of a code. */
export function typedCode(typed: string): string {
  return typed.replace(/\s/gu, '');
}
