import { readFileSync } from 'node:fs';
import { isStopping, onStop, runCommand } from './run/command.ts';
import { currentRun, inUse, lastRun } from './run/folder-lock.ts';
import { dataFolder, inRoot } from './run/paths.ts';
import { requirePort } from './run/ports.ts';
import { known, signal, stillRuns, until } from './run/processes.ts';
import { startService, type Service } from './site/services.ts';
import { parseSettings, type Settings } from './site/settings.ts';
import { prepareSite } from './site/site.ts';
import { complain, duration, Refusal, say, step } from './run/terminal.ts';

/** The same list as the page of connexion and the demonstration data. */
const ACCOUNTS = JSON.parse(readFileSync(inRoot('migrations/data/demo/accounts.json'), 'utf8')) as {
  readonly email: string;
  readonly who: string;
}[];

/** `npm start`: everything up on one port, until Ctrl-C. */
async function start(): Promise<number> {
  const began = performance.now();
  const settings = parseSettings(process.env);
  const dataDir = dataFolder();
  say('Préau démarre.');
  const run = currentRun(dataDir);
  if (run) throw new Refusal(inUse(run));
  await endLeftovers(dataDir);
  await requirePort(settings.port, settings.host);
  const site = await prepareSite({ command: 'start', dataDir, settings, join: false });
  const services = await step('Démarrage du site et des tâches de fond', async () => {
    const started = [
      startService('main', 'Le site', site.env),
      startService('worker', 'Les tâches de fond', site.env),
    ];
    onStop(async (hurry) => {
      await Promise.all(started.map((service) => service.stop(hurry)));
    });
    site.hold?.tell({ children: started.map(({ pid }) => known(pid)), url: settings.publicUrl });
    await Promise.all(started.map((service) => service.ready));
    return started;
  });
  welcome(settings, dataDir, services, performance.now() - began);
  return firstEnd(services, site.databaseEnded);
}

/** After a kill -9 the servers end by themselves, but may still be finishing what they did. */
async function endLeftovers(dataDir: string): Promise<void> {
  for (const child of lastRun(dataDir)?.children ?? []) {
    if (await until(() => !stillRuns(child), 10_000)) continue;
    signal(child.pid, 'SIGKILL');
    await until(() => !stillRuns(child), 5_000);
  }
}

/** Nothing here ends by itself: the first that does is a failure, said with its last words. */
async function firstEnd(services: Service[], databaseEnded: Promise<number>): Promise<number> {
  const message = await Promise.race([
    ...services.map(({ title, log, ended }) =>
      ended.then((how) => `${title} s’est arrêté (${how}) ; détail : ${log}`),
    ),
    databaseEnded.then(
      (code) => `PostgreSQL s’est arrêté (code ${code}) ; détail : ${dataFolder()}/postgres.log`,
    ),
  ]);
  if (!isStopping()) complain(`\n${message}`);
  return 1;
}

function welcome(
  { publicUrl, host, demo, database }: Settings,
  dataDir: string,
  services: Service[],
  took: number,
): void {
  const [site] = services;
  say(`\nPréau est prêt (${duration(took)}) :  ${publicUrl}\n`);
  if (demo) {
    const width = Math.max(...ACCOUNTS.map(({ email }) => email.length));
    const lines = ACCOUNTS.map(({ email, who }) => `  ${email.padEnd(width)}  ${who}`);
    say(
      `Se connecter : ${publicUrl}/connexion, choisir un compte, puis ouvrir le lien du message dans le même navigateur.`,
    );
    say(`${lines.join('\n')}\n`);
  }
  if (!process.env.MAIL_URL)
    say(`Courriels : ${dataDir}/mail/${database ? '' : `, à lire sur ${publicUrl}/dev/mail`}`);
  say(`Journaux : ${site?.log.replace(/[^/]+$/, '')}`);
  if (!database && !/^(127\.|localhost$|::1$)/.test(host))
    say(
      `Attention : HOST=${host} ouvre cette démonstration au réseau, où /dev/mail donne accès à tous les comptes.`,
    );
  say('\nCtrl-C pour arrêter.');
}

runCommand(start, 0);
