import { z } from 'zod';

/** What browsers take for an address (HTML Standard, « valid e-mail address »): ASCII only. */
const asciiAddress = z.string().max(254).regex(z.regexes.html5Email);
const LOCAL_MAX = 64;

/**
 * The one written form of an address, by which accounts are found; null when it is not a complete address. Case is not
 * told apart; tags (`nom+liste@`) are: they make another address of the same mailbox. A domain in another alphabet is
 * kept in its ASCII form, which `toAscii` gives (empty when it cannot be one: Unicode Technical Standard 46). Letters
 * outside ASCII before the @ are refused: few servers know them, and one passes for another.
 */
export function normaliseEmail(typed: string, toAscii: (domain: string) => string): string | null {
  const text = typed.trim().toLowerCase();
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  const domain = toAscii(text.slice(at + 1));
  const isLocal = local.length <= LOCAL_MAX && !/^\.|\.$|\.\./.test(local);
  const email = `${local}@${domain}`;
  return isLocal && domain.includes('.') && asciiAddress.safeParse(email).success ? email : null;
}

/** The mailbox an address delivers to, without its tag: what fills a mailbox is counted by it. */
export function mailboxOf(email: string): string {
  const at = email.lastIndexOf('@');
  const [mailbox = ''] = email.slice(0, at).split('+');
  return mailbox === '' ? email : `${mailbox}${email.slice(at)}`;
}
