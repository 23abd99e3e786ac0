import { existsSync, lstatSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command.ts';
import { currentRun, inUse } from './folder-lock.ts';
import { dataFolder } from './paths.ts';
import { awayFolders } from './postgres-place.ts';
import { endLeftover } from './postmaster.ts';
import { signal, stillRuns, until } from './processes.ts';
import { Refusal, say, step } from './terminal.ts';

/** `npm run reset`: back to the day of the clone. The build and the libraries stay. */
async function reset(): Promise<number> {
  if (process.env.DATABASE_URL)
    throw new Refusal(
      'DATABASE_URL est indiqué : « npm run reset » ne vide que la base embarquée et ne touche jamais une autre base. Retirez ce réglage, ou videz cette base vous-même.',
    );
  const dataDir = dataFolder();
  if (!existsSync(dataDir)) {
    say(`Rien à effacer : ${dataDir} n’existe pas.`);
    return 0;
  }
  await stopRunning(dataDir);
  await step(`Effacement de ${dataDir}`, async () => {
    for (const folder of clusterFolders(dataDir)) await endLeftover(join(folder, 'postgres'));
    const away = clusterFolders(dataDir).map((folder) => linkTarget(join(folder, 'postgres')));
    for (const target of away) if (target) rmSync(target, { recursive: true, force: true });
    for (const folder of awayFolders()) if (existsSync(folder)) rmSync(folder, { recursive: true });
    rmSync(dataDir, { recursive: true });
  });
  say('« npm start » repart de zéro.');
  return 0;
}

/** The data folder and those inside it that hold a cluster of their own (bench, tests). */
const clusterFolders = (dataDir: string) => [
  dataDir,
  ...readdirSync(dataDir)
    .map((name) => join(dataDir, name))
    .filter((folder) => lstatSync(join(folder, 'postgres'), { throwIfNoEntry: false })),
];

async function stopRunning(dataDir: string): Promise<void> {
  for (const folder of clusterFolders(dataDir)) {
    const run = currentRun(folder);
    if (!run) continue;
    if (run.command !== 'start') throw new Refusal(inUse(run));
    await step(`Arrêt de Préau, qui tourne dans ce dossier (processus ${run.launcher.pid})`, async () => {
      signal(run.launcher.pid, 'SIGTERM');
      if (!(await until(() => !stillRuns(run.launcher), 60_000)))
        throw new Refusal(
          `Le processus ${run.launcher.pid} ne s’arrête pas : « kill -9 ${run.launcher.pid} », puis relancez.`,
        );
    });
  }
}

/** Where a relocated cluster really is. Only a folder made for this purpose is ever emptied. */
function linkTarget(path: string): string | null {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return null;
  const target = readlinkSync(path);
  return /\/preau-[0-9a-f]{12}\/[^/]+$/.test(target) ? target : null;
}

runCommand(reset);
