/** The session's cookie: locked to the host over HTTPS; a plain name on http://localhost, where browsers refuse `__Host-`. */
export const SESSION_COOKIES = ['__Host-preau-session', 'preau-session'] as const;

export function sessionCookieName(publicUrl: string): (typeof SESSION_COOKIES)[number] {
  return publicUrl.startsWith('https:') ? SESSION_COOKIES[0] : SESSION_COOKIES[1];
}

/** The cookie of a browser that is signing in: nobody else's browser can finish what it began. */
export function browserCookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-preau-connexion' : 'preau-connexion';
}

/** The value of one cookie in a `Cookie` header, or null. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}
