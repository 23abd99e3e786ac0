import { randomUUID } from 'node:crypto';
import { anAccount, aSession, type TestAccount, type TestApi } from '@preau/testing';
import { Jobs } from '@preau/shared-api';
import type { Role } from '@preau/shared-domain';
import { PostNews } from './telling/post-news';

/** A person at their browser. */
export interface Person extends TestAccount {
  readonly headers: { readonly cookie: string };
}

export async function aPerson(api: TestApi, grants: Role[] = []): Promise<Person> {
  const account = await anAccount(api, { grants });
  return { ...account, headers: (await aSession(api, account.id)).headers };
}

/** A consultation that is open (unless said) with one theme. */
export async function aTheme(
  { database }: Pick<TestApi, 'database'>,
  { slug = `essai-${randomUUID().slice(0, 8)}`, opens = '-1 day', closes = '1 day' } = {},
): Promise<{ consultation: string; consultationId: string; themeId: string }> {
  const [consultationId, themeId] = [randomUUID(), randomUUID()];
  await database.query(
    `INSERT INTO consultation (id, slug, title, summary, opens_at, closes_at)
     VALUES ($1, $2, 'Un essai', 'Un résumé', now() + $3::interval, now() + $4::interval)`,
    [consultationId, slug, opens, closes],
  );
  await database.query(
    `INSERT INTO theme (id, consultation_id, slug, position, title, short_title, summary, problem, accent, pictogram)
     VALUES ($1, $2, 'theme', 1, 'Thème', 'Thème', 'Résumé', 'Problème', 'green-menthe', 'book')`,
    [themeId, consultationId],
  );
  return { consultation: slug, consultationId, themeId };
}

export const CREATE = `mutation ($input: CreateTopicInput!) { createTopic(input: $input) {
  ... on TopicCreated { topic { id title body status isMine viewerCan { edit delete reply support } } }
  ... on PostingRefused { code retryAt } } }`;
export const REPLY = `mutation ($input: ReplyToTopicInput!) { replyToTopic(input: $input) {
  ... on ReplyPosted { post { id topicId parentId branchId depth body status stance isProposition isMine } }
  ... on PostingRefused { code retryAt } } }`;

export interface Posted {
  post?: {
    id: string;
    depth: number;
    status: string;
    body: string;
    parentId: string | null;
    branchId: string | null;
  };
  topic?: { id: string; title: string; body: string; status: string };
  code?: string;
  retryAt?: string | null;
}

/** Words nobody has written yet. */
export const words = () => `Quelques mots ${randomUUID()}`;

export async function createTopic(
  api: TestApi,
  { headers }: Pick<Person, 'headers'>,
  input: Record<string, unknown>,
): Promise<Posted> {
  const given = { id: randomUUID(), title: 'Le réseau de nos écoles', body: words(), ...input };
  const { data, errors } = await api.graphql<{ createTopic: Posted }>(CREATE, { input: given }, { headers });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.createTopic;
}

export async function reply(
  api: TestApi,
  { headers }: Pick<Person, 'headers'>,
  input: Record<string, unknown>,
): Promise<Posted> {
  const given = { id: randomUUID(), body: words(), ...input };
  const { data, errors } = await api.graphql<{ replyToTopic: Posted }>(REPLY, { input: given }, { headers });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.replyToTopic;
}

/** Somebody new writes; returns the id of what was written. */
export async function aTopic(api: TestApi, themeId: string, by?: Person): Promise<string> {
  const created = await createTopic(api, by ?? (await aPerson(api)), { themeId });
  if (!created.topic) throw new Error(JSON.stringify(created));
  return created.topic.id;
}

export async function aReply(
  api: TestApi,
  topicId: string,
  { by, ...input }: { by?: Person; parentId?: string; body?: string } = {},
): Promise<string> {
  const posted = await reply(api, by ?? (await aPerson(api)), { topicId, ...input });
  if (!posted.post) throw new Error(JSON.stringify(posted));
  return posted.post.id;
}

/** Carries out what follows from new messages, then, in turn, the jobs of the forum, or of another name, that wait. */
export async function carryOut(api: TestApi, tasks = 'forum.%'): Promise<void> {
  await api.get(PostNews).spreadWaiting();
  const { handlers } = api.get(Jobs) as unknown as {
    handlers: Map<string, (payload: unknown) => Promise<void>>;
  };
  for (;;) {
    const [job] = await api.database.query<{ id: string; task: string; payload: object }[]>(
      `SELECT job.id, task.identifier AS task, job.payload FROM graphile_worker._private_jobs job
       JOIN graphile_worker._private_tasks task ON task.id = job.task_id
       WHERE task.identifier LIKE $1 ORDER BY job.id LIMIT 1`,
      [tasks],
    );
    if (!job) return;
    await handlers.get(job.task)?.(job.payload);
    await api.database.query('DELETE FROM graphile_worker._private_jobs WHERE id = $1', [job.id]);
  }
}
