import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { awayFolders, emptyDataFolder } from './postgres/away-folder.ts';
import { runCommand } from './run/command.ts';
import { currentRun, inUse } from './run/folder-lock.ts';
import { dataFolder, ROOT } from './run/paths.ts';
import { endLeftover } from './postgres/postmaster.ts';
import { signal, stillRuns, until } from './run/processes.ts';
import { Refusal, say, step } from './run/terminal.ts';

/** `npm run reset`: back to the day of the clone. The build and the libraries stay. */
async function reset(): Promise<number> {
  if (process.env.DATABASE_URL)
    throw new Refusal(
      'DATABASE_URL est indiqué : « npm run reset » ne vide que la base embarquée et ne touche jamais une autre base. Retirez ce réglage, ou videz cette base vous-même.',
    );
  const dataDir = dataFolder();
  if (!dataDir.startsWith(`${ROOT}/`))
    throw new Refusal(
      `DATA_DIR mène hors de ce dossier (${dataDir}) : « npm run reset » n’efface rien ailleurs. Videz-le vous-même.`,
    );
  if (!existsSync(dataDir)) {
    say(`Rien à effacer : ${dataDir} n’existe pas.`);
    return 0;
  }
  const folders = [...foldersWithCluster(dataDir), dataDir];
  for (const folder of folders) await stopRunning(folder);
  await step(`Effacement de ${dataDir}`, async () => {
    for (const folder of folders) {
      await endLeftover(join(folder, 'postgres'));
      emptyDataFolder(folder);
    }
    if (!process.env.DATA_DIR)
      for (const folder of awayFolders()) rmSync(folder, { recursive: true, force: true });
  });
  say('« npm start » repart de zéro.');
  return 0;
}

/** The folders inside `.data` that hold a cluster of their own (bench, tests). */
const foldersWithCluster = (dataDir: string) =>
  readdirSync(dataDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(dataDir, entry.name)).includes('postgres'))
    .map((entry) => join(dataDir, entry.name));

async function stopRunning(folder: string): Promise<void> {
  const run = currentRun(folder);
  if (!run) return;
  if (run.command !== 'start') throw new Refusal(inUse(run));
  const { pid } = run.launcher;
  await step(`Arrêt de Préau, qui tourne dans ${folder} (processus ${pid})`, async () => {
    signal(pid, 'SIGTERM');
    if (!(await until(() => !stillRuns(run.launcher), 60_000)))
      throw new Refusal(`Le processus ${pid} ne s’arrête pas : « kill -9 ${pid} », puis relancez.`);
  });
}

runCommand(reset);
