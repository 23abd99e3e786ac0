import { useState } from 'react';

type Fields = Readonly<Record<string, string | boolean>>;

/**
 * What is typed in a form, kept in this tab until `forget`, so that a reload loses nothing. The key names the account: another
 * one that signs in here does not find it.
 */
export function useKeptState<T extends Fields>(key: string, initial: T) {
  const [fields, setFields] = useState<T>(() => readKept(key, initial));
  const change = (changes: Partial<T>) => {
    const after = { ...fields, ...changes };
    write(key, after);
    setFields(after);
  };
  /** It was sent: this is what the server made of it. */
  const forget = (kept: Partial<T> = {}) => {
    write(key, null);
    setFields({ ...fields, ...kept });
  };
  return [fields, change, forget] as const;
}

function readKept<T extends Fields>(key: string, initial: T): T {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Record<string, unknown>;
    const valid = Object.entries(initial).filter(([name, value]) => typeof kept[name] === typeof value);
    return { ...initial, ...Object.fromEntries(valid.map(([name]) => [name, kept[name]])) };
  } catch {
    return initial;
  }
}

function write(key: string, fields: Fields | null) {
  try {
    if (fields) sessionStorage.setItem(key, JSON.stringify(fields));
    else sessionStorage.removeItem(key);
  } catch {
    // Storage is forbidden: what is typed lasts as long as the page.
  }
}
