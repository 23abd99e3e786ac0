/** Longer than any address of this site. */
const MAX = 2_000;

/**
 * Where to come back to after signing in: a path of this site, as given, or null. What a browser would take for the
 * address of another site (`//…`, `/\…`, `https:…`, with tabs or line ends that it drops) must never be followed.
 */
export function safePath(path: unknown): string | null {
  if (typeof path !== 'string' || path.length > MAX) return null;
  // One slash first; no backslash, which browsers read as a slash; nothing that cannot be seen.
  if (!/^\/(?!\/)[^\\\s\p{C}]*$/u.test(path)) return null;
  // Dot segments are taken out by browsers: `/..//elsewhere` would begin with two slashes once they are.
  const [beforeQuery = ''] = path.split(/[?#]/);
  return /\/\/|\/\.{1,2}(?:\/|$)|%(?:2e|2f|5c)/i.test(beforeQuery) ? null : path;
}
