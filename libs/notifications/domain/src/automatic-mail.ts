/** What tells an answer of a person from one of a machine. */
export interface MailHead {
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  /** Where its failures are told; empty for mails that are themselves such news. */
  readonly envelopeFrom: string;
  readonly subject: string;
}

const MACHINES = /^(?:mailer-daemon|postmaster|no-?reply|ne-?pas-?repondre|bounces?)(?:[+@]|$)/i;
const BULK = /^(?:bulk|junk|list|auto_reply)$/i;
const AUTOMATIC_HEADERS = ['x-autoreply', 'x-autorespond', 'x-autorespond-to', 'list-id', 'feedback-id'];
const ABSENCE =
  /^(?:réponse automatique|message d.absence|absence du bureau|absent(?:e)? du bureau|automatic reply|auto(?:matic)?[- ]?reply|out of (?:the )?office|undeliver|non remis|delivery status)/i;

/** Whether nobody wrote a mail: it is neither published nor answered, lest two machines write to each other (RFC 3834). */
export function isAutomatic({ headers, envelopeFrom, subject }: MailHead): boolean {
  const said = headers.get('auto-submitted');
  if (said !== undefined && !/^no\b/i.test(said.trim())) return true;
  if (BULK.test((headers.get('precedence') ?? '').trim())) return true;
  if (AUTOMATIC_HEADERS.some((name) => headers.has(name))) return true;
  if (/^multipart\/report/i.test((headers.get('content-type') ?? '').trim())) return true;
  return envelopeFrom === '' || MACHINES.test(envelopeFrom) || ABSENCE.test(subject.trim());
}
