import { safePath } from '@preau/identity-domain';

/** Where signing in brings people back to, kept on the device: the mail's link may open in another tab. */
const KEY = 'preau.retour';
const KEPT_FOR_MS = 15 * 60 * 1000;

export function keepReturnPath(path: string, now = Date.now()): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ path, until: now + KEPT_FOR_MS }));
  } catch {
    // Storage is forbidden: the person lands on their own page instead.
  }
}

/** The kept path, once: it is forgotten as it is read. */
export function takeReturnPath(now = Date.now()): string | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as {
      path?: unknown;
      until?: unknown;
    } | null;
    localStorage.removeItem(KEY);
    return typeof kept?.until === 'number' && now < kept.until ? safePath(kept.path) : null;
  } catch {
    return null;
  }
}
