import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { inRoot, ROOT } from '../run/paths.ts';
import { canWorkIn, type Account } from './postgres-account.ts';

/**
 * Where this checkout keeps what its own folders cannot hold: they may be closed to the account that runs PostgreSQL.
 * /var/lib first: /var/tmp is swept after thirty days on many systems.
 */
export function awayFolders(): string[] {
  const name = `preau-${createHash('sha256').update(ROOT).digest('hex').slice(0, 12)}`;
  return ['/var/lib', '/var/tmp', tmpdir()].map((parent) => join(parent, name));
}

/** The first of these folders where the account can work, with a copy of the programs in it; null when there is none. */
export function openAwayFolder(native: string, account: Account): string | null {
  for (const folder of awayFolders()) {
    try {
      mkdirSync(folder, { mode: 0o700 });
      chownSync(folder, account.uid, account.gid);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') continue;
    }
    // In a folder open to all, somebody else may have taken the name.
    const found = lstatSync(folder);
    if (!found.isDirectory() || found.uid !== account.uid || (found.mode & 0o077) !== 0) continue;
    copyBinaries(native, folder, account);
    if (canWorkIn(account, join(folder, 'native'), folder)) return folder;
  }
  return null;
}

function copyBinaries(native: string, folder: string, account: Account): void {
  const version = createHash('sha256')
    .update(readFileSync(join(native, '../package.json')))
    .digest('hex')
    .slice(0, 12);
  const kept = join(folder, `native-${version}`);
  if (!existsSync(kept)) {
    const draft = `${kept}.${process.pid}`;
    cpSync(native, draft, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith('.a'),
    });
    giveTo(account, draft);
    renameSync(draft, kept);
  }
  rmSync(join(folder, 'native'), { force: true });
  symlinkSync(kept, join(folder, 'native'));
}

/** Makes the account the owner of a folder and of all it holds. */
export function giveTo(account: Account, path: string): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  chownSync(path, account.uid, account.gid);
  if (entry.isDirectory()) readdirSync(path).forEach((name) => giveTo(account, join(path, name)));
}

/** The place of one data folder's cluster; `<place>.of` remembers whose it is. */
export function awayData(folder: string, dataDir: string): string {
  sweep(folder);
  const name = relative(ROOT, dataDir)
    .replace(/[^\w-]+/g, '-')
    .replace(/^-/, '');
  writeFileSync(join(folder, `${name}.of`), dataDir);
  return join(folder, name);
}

/** Clusters whose data folder was deleted (throw-away ones, mostly) go too; while the checkout's `.data` is there to tell. */
function sweep(folder: string): void {
  if (!existsSync(inRoot('.data'))) return;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.of'))) {
    const data = join(folder, file.slice(0, -3));
    if (existsSync(readFileSync(join(folder, file), 'utf8'))) continue;
    rmSync(data, { recursive: true, force: true });
    rmSync(join(folder, file));
  }
}

/** What to delete with a data folder: its cluster, when `<dataDir>/postgres` is a link to a place made for it. */
function awayTarget(dataDir: string): string | null {
  const link = join(dataDir, 'postgres');
  if (!lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) return null;
  const target = readlinkSync(link);
  return /^preau-[0-9a-f]{12}$/.test(dirname(target).split('/').at(-1) ?? '') ? target : null;
}

/** Deletes all that a data folder holds, and its cluster wherever that is. Nothing may run on it. */
export function emptyDataFolder(dataDir: string): void {
  const target = awayTarget(dataDir);
  if (target) {
    rmSync(target, { recursive: true, force: true });
    rmSync(`${target}.of`, { force: true });
  }
  // The folder itself stays: it may be a mounted volume.
  for (const name of readdirSync(dataDir)) rmSync(join(dataDir, name), { recursive: true, force: true });
}
