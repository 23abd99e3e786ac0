import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { Refusal } from '../run/terminal.ts';

/** The system account that runs the database servers when the launcher itself runs as root. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number };

/**
 * PostgreSQL refuses to run as root. An ordinary user runs it as themselves (null); root lends it the account that
 * already owns the data, else the system's `postgres` or `nobody`: no account is ever created.
 */
export function postgresAccount(data: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(data)) {
    const { uid, gid } = statSync(data);
    if (uid !== 0) return { name: String(uid), uid, gid };
  }
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const [name, , uid, gid] = accounts.find(([account]) => account === wanted) ?? [];
    if (name && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new Refusal(
    'PostgreSQL ne peut pas tourner sous le compte root, et il n’existe ici ni compte « postgres » ni compte « nobody » : relancez avec un compte ordinaire, ou indiquez DATABASE_URL et DATABASE_OWNER_URL.',
  );
}

/** Whether the account can run these binaries and enter this folder, checked by doing it. */
export function canWorkIn(account: Account | null, binaries: string, folder: string): boolean {
  const attempt = spawnSync(
    '/bin/sh',
    ['-c', 'cd "$1" && exec "$2/bin/postgres" --version', 'sh', folder, binaries],
    {
      cwd: '/',
      ...(account ? { uid: account.uid, gid: account.gid } : {}),
    },
  );
  return attempt.status === 0;
}
