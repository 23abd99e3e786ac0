// Plain JavaScript for Node 20, like install.mjs.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Two commands started together on a fresh clone: one installs, the other waits. `.data/install.pid` names who installs, and
 * its npm, which goes on when the command alone is killed: the next one then waits for it rather than work against it.
 */
export async function takeTurn(root) {
  mkdirSync(join(root, '.data'), { recursive: true });
  const file = join(root, '.data/install.pid');
  for (let waited = 0; ; waited += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return {
        nameNpm: (pid) => writeFileSync(file, `${process.pid} ${pid}`),
        end: () => rmSync(file, { force: true }),
      };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    await sleep(250);
    const others = existsSync(file) ? readFileSync(file, 'utf8').split(' ').map(Number) : [];
    if (!others.some(isInstalling)) rmSync(file, { force: true });
    else if (waited % 40 === 0)
      console.log(`  Une autre commande (processus ${others[0]}) installe les bibliothèques : attente…`);
  }
}

/** The number of an installation that died may since have been given to another program, whose command line tells. */
function isInstalling(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    if (process.platform !== 'linux') return true;
    return /bootstrap\.mjs|\bnpm\b/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false;
  }
}
