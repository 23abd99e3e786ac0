import { UnsendableMail } from './mail-headers';

const SECOND = 1_000;
const FIRST_PAUSE_MS = 30 * SECOND;
const LONGEST_PAUSE_MS = 1_800 * SECOND;

/** With pauses of half an hour at most, more than three days of a mail server that does not answer. */
export const MAX_TRIES = 150;

/** How long, in milliseconds, to wait after the `tries`-th failure: doubled each time, up to half an hour. */
export function pauseAfter(tries: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(tries - 1, 20));
}

interface SmtpFailure {
  readonly responseCode?: number;
  /** The SMTP command that was answered. */
  readonly command?: string;
}

/** Commands whose refusal is about this mail. A refused connection or password is about the server: it may be mended. */
const ABOUT_THE_MAIL = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

/** Whether the server refused this very mail for good (5xx), so that it would do so again. */
export function isPermanent(error: unknown): boolean {
  if (error instanceof UnsendableMail) return true;
  const { responseCode = 0, command = '' } = (error ?? {}) as SmtpFailure;
  return responseCode >= 500 && responseCode < 600 && ABOUT_THE_MAIL.has(command);
}

/** What failed, short enough to be read in a list. */
export function failureText(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/[\p{Cc}\s]+/gu, ' ').slice(0, 500);
}
