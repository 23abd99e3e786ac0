import type { ImageSource } from './tree';

/** Longer than any address somebody writes in a message. */
const MAX = 2_000;
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** No user name before the host: `https://education.gouv.fr@elsewhere.example` leads elsewhere. */
const WEB = /^https?:\/\/[\p{L}\p{N}\p{M}._-]+(?::\d{1,5})?(?:[/?#][^\s\p{C}\\]*)?$/iu;
const MAIL = /^mailto:[^\s\p{C}?&#@:/\\]{1,64}@[^\s\p{C}?&#@:/\\]{1,255}$/iu;
/** One slash first; no backslash, which browsers read as a slash; nothing that cannot be seen. */
const PATH = /^\/(?!\/)[^\\\s\p{C}]*$/u;
/** `/..//elsewhere` would begin with two slashes once browsers have taken the dots out. */
const MISLEADING = /\/\/|\/\.{1,2}(?:\/|$)|%(?:2e|2f|5c)/i;

const MENTION = new RegExp(`^compte:(${UUID})$`, 'i');
const IMAGE = new RegExp(`^image:(${UUID})$`, 'i');
const MESSAGE = new RegExp(`^/[^?#]*/messages/${UUID}$`, 'i');

/** A path of this site that no browser can take for the address of another. */
export function isSitePath(url: string): boolean {
  const [beforeQuery = ''] = url.split(/[?#]/, 1);
  return url.length <= MAX && PATH.test(url) && !MISLEADING.test(beforeQuery);
}

/** Where a link may lead: the Web, a mail address, a path of this site. Anything else is null, and shown as its words. */
export function safeLink(url: string): string | null {
  return url.length <= MAX && (WEB.test(url) || MAIL.test(url) || isSitePath(url)) ? url : null;
}

/** The host of an address of the Web, in small letters; null for a mail address or a path of this site. */
export function hostOf(url: string): string | null {
  return /^https?:\/\/([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase() ?? null;
}

/** An image of ours (`image:<uuid>`, `/fichiers/…`), or null. */
export function imageSource(url: string): ImageSource | null {
  const id = IMAGE.exec(url)?.[1];
  if (id) return { kind: 'id', id: id.toLowerCase() };
  return url.startsWith('/fichiers/') && isSitePath(url) ? { kind: 'path', path: url } : null;
}

/** The account that `compte:<uuid>` names. */
export function mentionedAccount(url: string): string | null {
  return MENTION.exec(url)?.[1]?.toLowerCase() ?? null;
}

/** Whether a path of this site is the permanent link of a message. */
export function isMessagePath(path: string): boolean {
  return isSitePath(path) && MESSAGE.test(path);
}
