/** The mail that was asked for, kept in this tab so that a reload does not lose the step. */
export interface PendingSignIn {
  readonly email: string;
  readonly minutes: number;
}

const KEY = 'preau.connexion';

export function readPendingSignIn(): PendingSignIn | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Partial<PendingSignIn> | null;
    if (typeof kept?.email !== 'string' || typeof kept.minutes !== 'number') return null;
    return { email: kept.email, minutes: kept.minutes };
  } catch {
    return null;
  }
}

export function keepPendingSignIn(pending: PendingSignIn | null): void {
  try {
    if (pending) sessionStorage.setItem(KEY, JSON.stringify(pending));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Storage is forbidden: the step lasts as long as the page.
  }
}
