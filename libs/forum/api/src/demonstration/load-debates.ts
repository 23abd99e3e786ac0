import { transaction } from '@preau/shared-api';
import type { DataSource, EntityManager } from 'typeorm';
import { addTopic, countContributors, targetOf } from '../generator/generate-debate';
import { addFresh } from '../telling/fresh-post.queries';
import { demoId, demoTopicId, postsOf, type DemoDebates, type DemoTopic } from './demo-debates';

/** Loads debates of the demonstration; topics that are there stay as they are. Returns how many were added. */
export async function loadDebates(database: DataSource, debates: DemoDebates): Promise<number> {
  const target = await targetOf(database.manager, debates.consultation);
  const people = await loadPeople(database.manager, debates);
  const services = await loadServices(database.manager, debates.services);
  const themes = await themeSlugs(database.manager, target.consultationId);
  const authors = debates.people.map(({ key }) => people.get(key) ?? '');
  const authorOf = (key: string) => debates.people.findIndex((one) => one.key === key);
  const serviceOf = (name: string) => services.get(name) ?? null;
  let added = 0;
  for (const topic of debates.topics) {
    const planned = {
      id: demoTopicId(topic),
      title: topic.title,
      theme: target.themes.indexOf(themes.get(topic.theme) ?? ''),
      posts: postsOf(topic, { from: target.opensAt, to: target.until }, authorOf, serviceOf),
    };
    if (!(await addTopic(database, target, planned, authors))) continue;
    added += 1;
    await transaction(database, async (tx) => {
      await finish(tx, topic, serviceOf);
      await addFresh(
        tx,
        planned.posts.map(({ id }) => id),
      );
    });
  }
  await countContributors(database.manager, authors);
  return added;
}

/** What the institution did of it. */
async function finish(tx: EntityManager, topic: DemoTopic, serviceOf: (name: string) => string | null) {
  const id = demoTopicId(topic);
  if (topic.isPinned) await tx.query('UPDATE topic SET pinned_at = created_at WHERE id = $1', [id]);
  if (!topic.conclusion) return;
  const service = serviceOf(topic.conclusionBy ?? '');
  await tx.query(
    'UPDATE topic SET conclusion = $2, concluded_by = $3, concluded_at = active_at WHERE id = $1',
    [id, topic.conclusion, service],
  );
  await tx.query(
    `INSERT INTO conclusion (topic_id, service_id, body, saved_at, published_at)
     SELECT id, concluded_by, conclusion, concluded_at, concluded_at FROM topic WHERE id = $1`,
    [id],
  );
}

async function loadPeople(tx: EntityManager, { people }: DemoDebates): Promise<Map<string, string>> {
  const made = people
    .filter(({ email }) => !email)
    .map(({ key, name, role, isVerified }) => ({
      id: demoId(key),
      name,
      role,
      is_verified: isVerified === true,
    }));
  await tx.query(
    `WITH made AS (
       INSERT INTO account (id, display_name, is_pseudonym, age_band, declared_role, created_at)
       SELECT id, name, true, 'adult', role, now() - interval '60 days'
       FROM json_to_recordset($1) AS p (id uuid, name text, role text) ON CONFLICT DO NOTHING RETURNING id)
     INSERT INTO role_grant (account_id, role)
     SELECT made.id, 'teacher' FROM made
     JOIN json_to_recordset($1) AS p (id uuid, is_verified boolean) ON p.id = made.id WHERE p.is_verified`,
    [JSON.stringify(made)],
  );
  const known = await tx.query<{ email: string; id: string }[]>(
    'SELECT email, id FROM account WHERE email = ANY($1)',
    [people.flatMap(({ email }) => email ?? [])],
  );
  const byAddress = new Map(known.map(({ email, id }) => [email, id]));
  return new Map(people.map(({ key, email }) => [key, email ? (byAddress.get(email) ?? '') : demoId(key)]));
}

async function loadServices(tx: EntityManager, names: readonly string[]): Promise<Map<string, string>> {
  await tx.query('INSERT INTO forum_service (name) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [
    names,
  ]);
  const rows = await tx.query<{ id: string; name: string }[]>(
    'SELECT id, name FROM forum_service WHERE name = ANY($1)',
    [names],
  );
  return new Map(rows.map(({ id, name }) => [name, id]));
}

async function themeSlugs(tx: EntityManager, consultationId: string): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; slug: string }[]>(
    'SELECT id, slug FROM theme WHERE consultation_id = $1',
    [consultationId],
  );
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}
