import { RE2JS } from 're2js';

/** Instructions of the compiled pattern: time is text × instructions, and `(a{1,30}){1,30}` makes 900 of 14 characters. */
const MAX_INSTRUCTIONS = 300;
const KEPT_PATTERNS = 200;
const compiled = new Map<string, RE2JS>();

function compile(pattern: string): RE2JS {
  const known = compiled.get(pattern);
  if (known) return known;
  const expression = RE2JS.compile(pattern);
  if (compiled.size >= KEPT_PATTERNS) compiled.clear();
  compiled.set(pattern, expression);
  return expression;
}

/**
 * Whether the whole text matches an author's regular expression (`\d{4}` refuses "in 2015").
 * RE2 syntax, in time linear in the text: no backreference, no lookaround, no catastrophic backtracking.
 * Throws on a pattern that is not one: parseDefinition refuses it.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  return compile(pattern).matcher(text).matches();
}

/** Why a pattern cannot be used, in the engine's words, or null. */
export function patternFault(pattern: string): string | null {
  try {
    const isTooLarge = compile(pattern).programSize() > MAX_INSTRUCTIONS;
    return isTooLarge ? 'too many repetitions to be run on long texts' : null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
