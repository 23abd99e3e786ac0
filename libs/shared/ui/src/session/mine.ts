/**
 * What a browser keeps for whoever is signed in is under this prefix, and goes with their session: computers are shared.
 * What visitors leave on a device is elsewhere, and stays.
 */
export const MINE = 'preau:mine:';

/** Left in place of what was forgotten: tells the site's other tabs, which would otherwise write it again. */
const ENDED = JSON.stringify({ ended: true });

const SESSION = `${MINE}session`;

/** Remembers that somebody is signed in here, so that pages which depend on it know to wait for the server's word. */
export function noteSession(isSignedIn: boolean): void {
  try {
    if (isSignedIn) window.localStorage.setItem(SESSION, 'true');
    else forgetSaved();
  } catch {
    // Without storage nobody waits, and nothing was kept.
  }
}

/** Whether somebody was signed in here when last heard of. */
export function hadSession(): boolean {
  try {
    return window.localStorage.getItem(SESSION) === 'true';
  } catch {
    return false;
  }
}

/** Forgets what was kept for somebody whose session has ended by itself, but for what the server has not got yet. */
export function forgetSaved(): void {
  forget((value) => !/"unsaved":true/.test(value));
}

/** Forgets everything of somebody who signs out, and what this tab has opened since. */
export function forgetMine(): void {
  forget(() => true);
  try {
    const opened = Object.keys(window.sessionStorage).filter((key) => key.startsWith('preau:'));
    for (const key of opened) window.sessionStorage.removeItem(key);
  } catch {
    // A browser that refuses storage has kept nothing.
  }
}

function forget(isForgotten: (value: string) => boolean): void {
  try {
    const { localStorage } = window;
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
    for (const key of keys.filter((one) => one.startsWith(MINE))) {
      const value = localStorage.getItem(key) ?? ENDED;
      if (value !== ENDED && isForgotten(value)) localStorage.setItem(key, ENDED);
    }
  } catch {
    // The same.
  }
}
