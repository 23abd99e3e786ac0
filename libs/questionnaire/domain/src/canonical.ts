/**
 * JSON with sorted keys and no spaces: equal values give equal texts whatever the order their keys were written in.
 * Used for digests and for comparing answers. As in JSON.stringify, undefined members are left out and
 * undefined elements become null. Meant for definitions and answers, whose depth is bounded.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
