import { randomBytes } from 'node:crypto';
import { chownSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../run/terminal.ts';
import type { Account } from './postgres-account.ts';

/** The passwords of one cluster. They live inside its data folder, so that data and passwords are only lost together. */
export type Secrets = { readonly superuser: string; readonly owner: string; readonly api: string };

const file = (data: string) => join(data, 'preau-secrets.json');

/** Draws passwords that need no escaping in an address or in SQL. */
export function newSecrets(): Secrets {
  const draw = () => randomBytes(24).toString('hex');
  return { superuser: draw(), owner: draw(), api: draw() };
}

/** Writes a file only the given account (and root) can read. */
export function writePrivate(path: string, content: string, account: Account | null): void {
  writeFileSync(path, content, { mode: 0o600 });
  if (account) chownSync(path, account.uid, account.gid);
}

export function keepSecrets(data: string, secrets: Secrets, account: Account | null): void {
  writePrivate(file(data), JSON.stringify(secrets), account);
}

export function readSecrets(data: string): Secrets {
  try {
    return JSON.parse(readFileSync(file(data), 'utf8')) as Secrets;
  } catch {
    throw new Refusal(
      `Les mots de passe de la base ne se lisent plus (${file(data)}) : remettez ce fichier, ou repartez de zéro par « npm run reset ».`,
    );
  }
}

/** The three ways into a cluster listening on this port. */
export function urlsOf(secrets: Secrets, port: number) {
  const at = `127.0.0.1:${port}`;
  return {
    superUrl: `postgresql://postgres:${secrets.superuser}@${at}/postgres`,
    ownerUrl: `postgresql://preau_owner:${secrets.owner}@${at}/preau`,
    apiUrl: `postgresql://preau_api:${secrets.api}@${at}/preau`,
  };
}
