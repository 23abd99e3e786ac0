/** What a visitor asked to follow before they signed in, kept on the device: the mail's link may open in another tab. */
const KEY = 'preau:suivre';
const KEPT_FOR_MS = 30 * 60 * 1000;

export function keepIntent(what: string, now = Date.now()): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ what, until: now + KEPT_FOR_MS }));
  } catch {
    // Storage is forbidden: the button is at hand when they come back.
  }
}

/** Whether that was asked for a moment ago, once: it is forgotten as it is read. */
export function takeIntent(what: string, now = Date.now()): boolean {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as {
      what?: unknown;
      until?: unknown;
    } | null;
    if (kept?.what !== what) return false;
    localStorage.removeItem(KEY);
    return typeof kept.until === 'number' && now < kept.until;
  } catch {
    return false;
  }
}
