import { RE2JS } from 're2js';

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
 * Throws on a pattern that parseDefinition would have refused.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  return compile(pattern).matcher(text).matches();
}

/** Why a pattern cannot be used, in the engine's words, or null. */
export function patternFault(pattern: string): string | null {
  try {
    compile(pattern);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
