import { z } from 'zod';

const address = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** The one written form of an address, by which accounts are found; null when it is not a complete address. */
export function normaliseEmail(typed: string): string | null {
  return address.safeParse(typed).data ?? null;
}
