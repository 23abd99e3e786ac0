import type { DataSource, EntityManager } from 'typeorm';
import type { DigestFrequency } from '@preau/notifications-domain';
import type { DigestRun } from './digest-run.entity';
import type { Step } from './mail-round';
import { countPeopleWaiting } from './mail-round.queries';

/** Begins the digest of a period; null when it has begun already. */
export async function beginRun(
  tx: EntityManager,
  frequency: DigestFrequency,
  period: string,
): Promise<string | null> {
  const [run] = await tx.query<{ id: string }[]>(
    `INSERT INTO digest_run (frequency, period, total) VALUES ($1, $2, 0)
     ON CONFLICT (frequency, period) DO NOTHING RETURNING id`,
    [frequency, period],
  );
  if (!run) return null;
  const total = await countPeopleWaiting(tx, frequency);
  await tx.query('UPDATE digest_run SET total = $2 WHERE id = $1', [run.id, total]);
  return run.id;
}

export async function noteProgress(tx: EntityManager, runId: string, step: Step): Promise<void> {
  // Something may begin to wait for more people meanwhile, or cease to: at the end, all there were are done.
  await tx.query(
    `UPDATE digest_run SET cursor = coalesce($2, cursor), done = done + $3, mailed = mailed + $4,
       total = CASE WHEN $2::uuid IS NULL THEN done + $3 ELSE greatest(total, done + $3) END, finished_at = CASE WHEN $2::uuid IS NULL THEN now() END
     WHERE id = $1`,
    [runId, step.cursor, step.done, step.mailed],
  );
}

/** Latest first, from after an id. */
export async function listRuns(
  database: DataSource,
  after: string | null,
  limit: number,
): Promise<DigestRun[]> {
  return database.query<DigestRun[]>(
    `SELECT id, frequency, period, total, done, mailed, started_at AS "startedAt", finished_at AS "finishedAt"
     FROM digest_run WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
    [after, limit],
  );
}
