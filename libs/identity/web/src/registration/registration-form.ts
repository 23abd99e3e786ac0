import type { Age, DeclaredRole } from '@preau/identity-domain';

/** What the form holds; empty texts are questions not answered yet. */
export interface RegistrationForm {
  readonly age: Uppercase<Age> | '';
  readonly displayName: string;
  readonly isPseudonym: boolean;
  readonly declaredRole: Uppercase<DeclaredRole> | '';
  readonly academie: string;
  readonly accepts: boolean;
}

export const EMPTY: RegistrationForm = {
  age: '',
  displayName: '',
  isPseudonym: false,
  declaredRole: '',
  academie: '',
  accepts: false,
};

const KEY = 'preau.inscription';

/** What this tab kept of the form of that sign-in, so that a reload loses nothing; null when it is of another. */
export function readForm(signInId: string): RegistrationForm | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as {
      signInId?: string;
      form?: Partial<RegistrationForm>;
    } | null;
    return kept?.signInId === signInId ? { ...EMPTY, ...kept.form } : null;
  } catch {
    return null;
  }
}

export function keepForm(signInId: string, form: RegistrationForm): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ signInId, form }));
  } catch {
    // Storage is forbidden: the form lasts as long as the page.
  }
}

export function forgetForm(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
