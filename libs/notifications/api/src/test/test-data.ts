import { loadConsultation } from '@preau/consultation-api';
import { Jobs, transaction } from '@preau/shared-api';
import type { TestApi } from '@preau/testing';

const DAY = 86_400_000;

/** A consultation whose dates are given in days from now. */
export async function aConsultation(
  api: TestApi,
  slug: string,
  { opens = -10, closes = 30, reported }: { opens?: number; closes?: number; reported?: number } = {},
): Promise<string> {
  const inDays = (days: number) => new Date(Date.now() + days * DAY);
  return transaction(api.database, (tx) =>
    loadConsultation(tx, {
      consultation: {
        slug,
        title: `Titre ${slug}`,
        summary: 'Résumé',
        presentation: [],
        opensAt: inDays(opens),
        closesAt: inDays(closes),
        reportedAt: reported === undefined ? null : inDays(reported),
        report: [],
        demonstrationNote: null,
      },
      themes: [],
      partners: [],
      participation: null,
    }),
  );
}

interface Job {
  id: string;
  task: string;
  payload: object;
}

/** Carries out, in turn, the jobs that wait (but those that send mails), and those they add. */
export async function carryOut(api: TestApi): Promise<void> {
  const { handlers } = api.get(Jobs) as unknown as {
    handlers: Map<string, (payload: unknown) => Promise<void>>;
  };
  for (;;) {
    const [job] = await api.database.query<Job[]>(
      `SELECT job.id, task.identifier AS task, job.payload FROM graphile_worker._private_jobs job
       JOIN graphile_worker._private_tasks task ON task.id = job.task_id
       WHERE task.identifier LIKE 'notifications.%' ORDER BY job.id LIMIT 1`,
    );
    if (!job) return;
    await handlers.get(job.task)?.(job.payload);
    await api.database.query('DELETE FROM graphile_worker._private_jobs WHERE id = $1', [job.id]);
  }
}

export interface QueuedMail {
  kind: string;
  account_id: string;
  recipient: string;
  subject: string;
  unsubscribe: string | null;
  body: { blocks: { kind: string; text?: string; items?: { text: string; url: string }[] }[] };
}

export const queuedMails = (api: TestApi) =>
  api.database.query<QueuedMail[]>('SELECT * FROM outgoing_mail ORDER BY recipient, id');
