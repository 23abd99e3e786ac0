import { createHash } from 'node:crypto';
import { isAutomatic, replyText } from '@preau/notifications-domain';
import { simpleParser, type ParsedMail } from 'mailparser';

/** A mail that came in, as far as answering goes. */
export interface ReceivedMail {
  /** Who says they wrote it, the most credible first. */
  readonly senders: readonly string[];
  readonly isAutomatic: boolean;
  readonly text: string;
  /** Files that were sent along; pictures inside of the text are not. */
  readonly hasFiles: boolean;
  readonly messageId: string;
}

export interface Envelope {
  /** Empty for news of a failure. */
  readonly from: string;
  readonly to: string;
}

/** Reads a mail; HTML alone is turned into text. */
export async function readMail(raw: Buffer, { from }: Envelope): Promise<ReceivedMail> {
  const mail = await simpleParser(raw, { skipImageLinks: true, skipTextToHtml: true, skipTextLinks: true });
  const [author, more] = mail.from?.value ?? [];
  const senders = [...(author?.address && !more ? [author.address] : []), ...(from ? [from] : [])];
  return {
    senders,
    isAutomatic: isAutomatic({
      headers: headersOf(mail),
      envelopeFrom: from,
      subject: mail.subject ?? '',
    }),
    text: replyText(mail.text ?? ''),
    hasFiles: mail.attachments.some(
      ({ contentDisposition, related }) => contentDisposition === 'attachment' && !related,
    ),
    messageId: mail.messageId ?? `<${createHash('sha256').update(raw).digest('hex')}@sans-message-id>`,
  };
}

/** As they are written in the mail: parsed, some would no longer be texts. */
const headersOf = ({ headerLines }: ParsedMail): Map<string, string> =>
  new Map(headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()]));

/** The same UUID for the same mail to the same address, whoever delivers it again. */
export function operationIdOf(messageId: string, to: string): string {
  const digest = createHash('sha256').update(`${messageId}\0${to.toLowerCase()}`).digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  return digest.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
