const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** `randomUUID` is missing from pages served over plain HTTP on a school's network; `getRandomValues` never is. */
export function randomId(): string {
  return uuid(crypto.getRandomValues(new Uint8Array(16)), 4);
}

/**
 * The id under which a draft's answers are sent, drawn from the draft's own token: the same draft finished on two
 * devices then counts once. Without a digest (plain HTTP) a random one, as for a draft the server never had.
 */
export async function idOfDraft(token: string): Promise<string> {
  // Typed as always there; missing from insecure contexts.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) return randomId();
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(`response:${token}`));
  return uuid(new Uint8Array(digest).slice(0, 16), 8);
}

function uuid(bytes: Uint8Array, version: 4 | 8): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return [...bytes]
    .map((byte) => HEX[byte])
    .join('')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
