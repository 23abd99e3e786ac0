import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { requireSpace } from '../run/disk.ts';
import { guarded, type Guarded } from '../run/guard.ts';
import { freePort } from '../run/ports.ts';
import { findPlace, type Place } from './postgres-place.ts';
import { keepSecrets, newSecrets, readSecrets, urlsOf, writePrivate } from './postgres-secrets.ts';
import { endLeftover, isServerOf, readPostmaster } from './postmaster.ts';
import { signal, startedAt } from '../run/processes.ts';
import { ensureRoles } from './roles.ts';
import { Refusal } from '../run/terminal.ts';

export type PostgresOptions = {
  /** The folder that holds the cluster (`<dataDir>/postgres`), its log and its last port. The caller holds it (see `holdFolder`). */
  readonly dataDir: string;
  /** False only for data that may be lost: tests. */
  readonly fsync: boolean;
  readonly log: (line: string) => void;
};

export type Postgres = {
  readonly ownerUrl: string;
  readonly apiUrl: string;
  readonly superUrl: string;
  readonly port: number;
  /** Resolves when the server has ended, whoever ended it. */
  readonly ended: Promise<number>;
  /** Ends the server in order; at once when `hurry` is aborted (it will recover at its next start). */
  stop(hurry?: AbortSignal): Promise<void>;
};

/**
 * Starts the PostgreSQL server shipped in npm: creates the cluster the first time, ends a server left by a dead launcher,
 * takes a free port of 127.0.0.1. It cannot outlive this process. Throws a `Refusal` that says what to mend.
 */
export async function startPostgres({ dataDir, fsync, log }: PostgresOptions): Promise<Postgres> {
  const place = findPlace(dataDir);
  requireSpace(dirname(place.data));
  if ((await endLeftover(place.data)) === 'ended')
    log('Un serveur resté d’une exécution interrompue a été arrêté.');
  if (!existsSync(place.data)) await createCluster(place, fsync);
  const secrets = readSecrets(place.data);
  const { server, port } = await serve(place, dataDir, fsync, log);
  const urls = urlsOf(secrets, port);
  await ensureRoles(urls.superUrl, secrets, 'preau');
  return { ...urls, port, ended: server.ended, stop: (hurry) => stop(server, place, hurry) };
}

const ENVIRONMENT = { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' };

/** Prepared beside its final place and moved there when complete: an interrupted creation is simply done again. */
async function createCluster({ binaries, data, account }: Place, fsync: boolean): Promise<void> {
  const draft = `${data}.new`;
  const passwordFile = `${data}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (account) chownSync(draft, account.uid, account.gid);
  const secrets = newSecrets();
  writePrivate(passwordFile, secrets.superuser, account);
  const report = `${data}.log`;
  const output = openSync(report, 'w', 0o600);
  const initdb = guarded(
    join(binaries, 'bin/initdb'),
    // Byte order for indexes, Unicode for upper and lower case; French order is asked for where people read it ("fr-x-icu").
    [
      `--pgdata=${draft}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(fsync ? [] : ['--no-sync']),
    ],
    { scope: 'group', account, cwd: '/', env: ENVIRONMENT, stdout: output, stderr: output },
  );
  const code = await initdb.ended.finally(() => closeSync(output));
  rmSync(passwordFile);
  if (code !== 0) throw new Refusal(reason(readFileSync(report, 'utf8'), report));
  rmSync(report);
  keepSecrets(draft, secrets, account);
  renameSync(draft, data);
}

/** Runs the server until it says it is ready; another port is tried when somebody takes ours, and a busy memory is waited for. */
async function serve(place: Place, dataDir: string, fsync: boolean, log: (line: string) => void) {
  const portFile = join(dataDir, 'postgres.port');
  const logFile = join(dataDir, 'postgres.log');
  const last = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0;
  let port = await freePort(last > 1023 && last < 65536 ? last : 0);
  for (let attempt = 0; ; attempt += 1) {
    const output = openSync(logFile, 'w', 0o600);
    const server = guarded(join(place.binaries, 'bin/postgres'), serverArguments(place.data, port, fsync), {
      scope: 'program',
      account: place.account,
      cwd: '/',
      env: { ...ENVIRONMENT, PG_GRANDPARENT_PID: String(process.pid) },
      stdout: output,
      stderr: output,
    });
    closeSync(output);
    if (await ready(server, place.data, log)) {
      writeFileSync(portFile, String(port));
      return { server, port };
    }
    const said = readFileSync(logFile, 'utf8');
    if (attempt === 20) throw new Refusal(reason(said, logFile));
    if (/Address already in use/.test(said)) port = await freePort();
    else if (/shared memory block .* is still in use/.test(said)) await sleep(500);
    else throw new Refusal(reason(said, logFile));
  }
}

function serverArguments(data: string, port: number, fsync: boolean): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port,
    max_connections: 100,
    shared_buffers: '256MB',
    jit: 'off',
    wal_compression: 'on',
    lc_messages: 'C',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(fsync ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    ...(sharedMemoryIsSmall() ? { dynamic_shared_memory_type: 'mmap' } : {}),
  };
  return ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** Containers often give 64 MB to /dev/shm: too little for parallel queries, which then use files of the data folder. */
function sharedMemoryIsSmall(): boolean {
  if (!existsSync('/dev/shm')) return false;
  const { blocks, bsize } = statfsSync('/dev/shm');
  return blocks * bsize < 256 * 1024 * 1024;
}

/** True once the server accepts clients, false when it ended before. Recovery after a crash may take its time. */
async function ready(server: Guarded, data: string, log: (line: string) => void): Promise<boolean> {
  let over = false;
  void server.ended.then(
    () => (over = true),
    () => (over = true),
  );
  for (let waited = 0; !over; waited += 1) {
    const found = readPostmaster(data);
    if (found?.status === 'ready' && startedAt(found.pid) !== null && isServerOf(data, found.pid))
      return true;
    if (waited === 200) log('PostgreSQL se remet d’un arrêt brutal : cela peut prendre quelques minutes.');
    await sleep(25);
  }
  return false;
}

async function stop(server: Guarded, { data }: Place, hurry?: AbortSignal): Promise<void> {
  if (await server.stop(30_000, hurry)) return;
  for (const name of ['SIGQUIT', 'SIGKILL'] as const) {
    const pid = readPostmaster(data)?.pid;
    if (pid && isServerOf(data, pid)) signal(pid, name);
    if (await server.stop(5_000)) return;
  }
}

/** One sentence out of what initdb or postgres said. */
export function reason(said: string, logFile: string): string {
  if (/No space left on device|could not extend|Disk quota exceeded/.test(said))
    return 'Le disque est plein : libérez au moins 1 Go là où se trouvent Préau et ses données, puis relancez.';
  if (/Cannot allocate memory|could not (map anonymous|create) shared memory/.test(said))
    return 'La mémoire manque pour PostgreSQL (il en demande 300 Mo) : fermez d’autres programmes, puis relancez.';
  if (/database files are incompatible|was initialized by PostgreSQL version/.test(said))
    return 'Les données de ce dossier viennent d’une autre version de PostgreSQL : « npm run reset » repart de zéro.';
  const last = said
    .split('\n')
    .filter((line) => /FATAL|PANIC|error:|error while/i.test(line))
    .at(-1);
  return `PostgreSQL n’a pas démarré${last ? ` (« ${last.replace(/^.*?(FATAL|PANIC|error)/, '$1').trim()} »)` : ''} : le détail est dans ${logFile}.`;
}
