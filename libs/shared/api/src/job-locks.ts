import pg from 'pg';
import type { Logger } from 'pino';
import { repeat } from './repeat';

const LOOK_MS = 20_000;
const NAMESPACE = 'job worker ';

/**
 * A worker that is killed leaves its jobs locked; the job library frees them after four hours. So each process holds, on one
 * connection, a PostgreSQL lock in each name its jobs are locked under: gone with the process, whatever ended it. Any other
 * process then frees the jobs.
 */
export async function watchJobLocks(
  connectionString: string,
  holders: ReadonlySet<string>,
  log: Logger,
): Promise<() => Promise<void>> {
  let client: pg.Client | null = null;
  const look = async () => {
    client ??= await connect(connectionString, () => {
      client = null;
    });
    await showLife(client, holders);
    await freeDeadLocks(client);
  };
  await look();
  const stop = repeat('watching of job locks', LOOK_MS, look, log);
  return async () => {
    await stop();
    await client?.end();
  };
}

async function connect(connectionString: string, onEnd: () => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, application_name: 'preau-jobs' });
  client.on('error', onEnd);
  client.on('end', onEnd);
  await client.connect();
  return client;
}

/** Takes the lock of each name on this connection, which keeps it as long as it lives. */
export async function showLife(client: pg.Client, holders: Iterable<string>): Promise<void> {
  await client.query(
    `SELECT pg_try_advisory_lock(hashtextextended($1 || id, 0)) FROM unnest($2::text[]) AS id
     WHERE NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()
       AND ((classid::bigint << 32) | objid::bigint) = hashtextextended($1 || id, 0))`,
    [NAMESPACE, [...holders]],
  );
}

/** Gives back the jobs, locked for a minute at least, whose holder nobody shows to be alive. */
export async function freeDeadLocks(client: pg.Client): Promise<void> {
  await client.query(
    `SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM (
       SELECT DISTINCT locked_by FROM graphile_worker._private_jobs
       WHERE locked_by IS NOT NULL AND locked_at < now() - interval '1 minute') AS held
     WHERE NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1
       AND ((classid::bigint << 32) | objid::bigint) = hashtextextended($1 || locked_by, 0))`,
    [NAMESPACE],
  );
}
