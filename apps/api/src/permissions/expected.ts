import type { Role } from '@preau/shared-domain';
import { PART_NAMES, PARTS, type PartName } from './parts';

/**
 * What comes of a request:
 * `ALLOWED` · `EMPTY` (a list of nothing) · `null` (as if it did not exist) · `REFUSED:<code>` (a member of the result union)
 * · `→ /path` (a redirection) · the frame's own `UNAUTHENTICATED`, `NOT_FOUND`, `BAD_INPUT`, `RATE_LIMITED`.
 */
export type Outcome = string;
export type Expected = Readonly<Record<PartName, Outcome>>;

const each = (outcomeOf: (part: PartName) => Outcome): Expected =>
  Object.fromEntries(PART_NAMES.map((part) => [part, outcomeOf(part)])) as Expected;

/** The same for all. */
export const everyone = (outcome: Outcome = 'ALLOWED'): Expected => each(() => outcome);

/** Whoever has an account; a visitor is asked to sign in. */
export const signedIn = (outcome: Outcome = 'ALLOWED'): Expected =>
  each((part) => (part === 'visitor' ? 'UNAUTHENTICATED' : outcome));

/** Those who act by a role; to the others it does not exist. */
export const only = (role: Role, outcome: Outcome = 'ALLOWED'): Expected =>
  each((part) => (acts(part, role) ? outcome : part === 'visitor' ? 'UNAUTHENTICATED' : 'NOT_FOUND'));

/** Those who act by a role see one thing, all the others another. */
export const differs = (role: Role, outcome: Outcome, others: Outcome): Expected =>
  each((part) => (acts(part, role) ? outcome : others));

/** All as said, but for some. */
export const but = (expected: Expected, exceptions: Partial<Expected>): Expected => ({
  ...expected,
  ...exceptions,
});

const acts = (part: PartName, role: Role) => (PARTS[part].acts as readonly Role[]).includes(role);
