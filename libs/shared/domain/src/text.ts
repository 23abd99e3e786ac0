/**
 * True when PostgreSQL can keep the text: no NUL and no lone surrogate (each is an error in `text` and in `jsonb`).
 */
export function isStorableText(text: string): boolean {
  // With the u flag, only surrogates without their partner are of category Cs.
  return !/[\0\p{Cs}]/u.test(text);
}
