import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from './terminal.ts';

const ENOUGH = 300 * 1024 * 1024;

/** Refuses to start where less than 300 MB are free: PostgreSQL stops badly on a full disk. */
export function requireSpace(folder: string): void {
  let existing = folder;
  while (!existsSync(existing)) existing = dirname(existing);
  const { bavail, bsize } = statfsSync(existing);
  const free = bavail * bsize;
  if (free >= ENOUGH) return;
  throw new Refusal(
    `Le disque est presque plein : il reste ${Math.floor(free / 1024 / 1024)} Mo dans ${existing} et il en faut 300. Libérez de la place, puis relancez.`,
  );
}
