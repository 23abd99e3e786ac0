import { randomUUID } from 'node:crypto';

/** What is wrong is in the mail itself: trying again will not help. */
export class UnsendableMail extends Error {}

const ADDRESS = /^[^\s\p{Cc}<>()[\],;:\\"@]{1,64}@[^\s\p{Cc}<>()[\],;:\\"@]{1,253}$/u;

/** Whether a text is the address of one person: no name, no list, nothing a header could be made of. */
export const isOneAddress = (text: string) => text.length <= 254 && ADDRESS.test(text);

/** A text as it may stand in a header: whatever ends a line becomes a space. */
export const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

interface Head {
  readonly id?: string;
  readonly unsubscribe?: string | null;
}

/** The headers a program's mail carries: which message this is, that nobody waits for an answer, the way out. */
export function mailHeaders({ id = randomUUID(), unsubscribe }: Head, publicUrl: string) {
  return {
    messageId: `<${id}@${new URL(publicUrl).hostname}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe
        ? {
            'List-Unsubscribe': { prepared: true, foldLines: false, value: `<${unsubscribe}>` },
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }
        : {}),
    },
  };
}

/**
 * Waits a mail server is given, in milliseconds, unless MAIL_URL says otherwise. An absent one must not hold the worker; one
 * that has the whole mail and thinks about it gets longer, for giving up then may double the mail (RFC 5321, 4.5.3.2.6).
 */
const PATIENCE = { connectionTimeout: '10000', greetingTimeout: '10000', socketTimeout: '120000' };

export function smtpUrl(mailUrl: string): string {
  const url = new URL(mailUrl);
  for (const [name, value] of Object.entries(PATIENCE)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, value);
  }
  return url.href;
}
