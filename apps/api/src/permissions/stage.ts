import { randomUUID } from 'node:crypto';
import { anAccount, aSecondFactor, aSession, type TestAccount, type TestApi } from '@preau/testing';
import { document } from './document';
import { PARTS, type PartName } from './parts';

const DEFINITION = {
  title: 'Essai',
  sections: [{ code: 's', title: 'Partie', questions: [{ code: 'idea', type: 'longText', label: 'Idée' }] }],
};
const DATES = {
  open: ['PUBLISHED', '-1 day', '1 day'],
  closed: ['CLOSED', '-2 days', '-1 day'],
  upcoming: ['PUBLISHED', '1 day', '2 days'],
  unpublished: ['DRAFT', '-1 day', '1 day'],
} as const;

/** What is there before anybody asks: a consultation with a theme, and its questionnaires by where they stand. */
export interface Stage {
  readonly api: TestApi;
  readonly consultation: string;
  readonly consultationId: string;
  readonly themeId: string;
  readonly forms: Readonly<Record<keyof typeof DATES, string>>;
}

/** The moment of one request: who asks, and what they ask about, new each time. */
export interface Scene extends Stage {
  readonly me: TestAccount;
  readonly headers: Readonly<Record<string, string>>;
  /** Somebody else. */
  somebody(options?: Parameters<typeof anAccount>[1]): Promise<TestAccount>;
  /** Does something as another browser, signed in to nothing; its answer's only field. */
  anonymously<T>(operation: string, variables: object): Promise<T>;
  /** Does something as whoever asks. */
  myself<T>(operation: string, variables: object): Promise<T>;
}

export const absent = '00000000-0000-4000-8000-000000000000';

export async function setStage(api: TestApi): Promise<Stage> {
  const [consultationId, themeId] = [randomUUID(), randomUUID()];
  const insert = (statement: string, values: unknown[]) => api.database.query(statement, values);
  await insert(
    `INSERT INTO consultation (id, slug, title, summary, opens_at, closes_at)
     VALUES ($1, 'essai', 'Un essai', 'Un résumé', now() - interval '1 day', now() + interval '1 day')`,
    [consultationId],
  );
  await insert(
    `INSERT INTO theme (id, consultation_id, slug, position, title, short_title, summary, problem, accent, pictogram)
     VALUES ($1, $2, 'theme', 1, 'Thème', 'Thème', 'Résumé', 'Problème', 'green-menthe', 'book')`,
    [themeId, consultationId],
  );
  const forms = Object.fromEntries(Object.keys(DATES).map((name) => [name, randomUUID()]));
  for (const [name, [status, opens, closes]] of Object.entries(DATES)) {
    await insert(
      `INSERT INTO questionnaire (id, consultation_id, slug, title, status, current_version, opens_at, closes_at)
       VALUES ($1, $2, $3, 'Un essai', $4, 1, now() + $5::interval, now() + $6::interval)`,
      [forms[name], consultationId, name, status, opens, closes],
    );
    await insert(
      'INSERT INTO questionnaire_version (questionnaire_id, version, definition) VALUES ($1, 1, $2)',
      [forms[name], JSON.stringify(DEFINITION)],
    );
  }
  // Who administers while one of those who ask goes.
  await anAccount(api, { grants: ['admin'] });
  return { api, consultation: 'essai', consultationId, themeId, forms: forms as Stage['forms'] };
}

/** Somebody comes in, with an account and a session of their own. */
export async function enter(stage: Stage, part: PartName): Promise<Scene> {
  const { api } = stage;
  const me = await anAccount(api, { grants: PARTS[part].grants });
  await aSecondFactor(api, me.id);
  const session = await aSession(api, me.id);
  const change = (statement: string) => api.database.query(statement, [me.id]);
  if (part === 'suspended') await change('UPDATE account SET suspended_at = now() WHERE id = $1');
  if (part === 'ended')
    await change(`UPDATE role_grant SET ends_at = now() - interval '1 day' WHERE account_id = $1`);
  if (part === 'unproved') await change('UPDATE session SET second_factor_at = NULL WHERE account_id = $1');
  const headers: Record<string, string> = part === 'visitor' ? {} : session.headers;
  const ask = async <T>(operation: string, variables: object, as: Record<string, string>): Promise<T> => {
    const { data, errors } = await api.graphql(document(operation), { ...variables }, { headers: as });
    if (!data) throw new Error(`${operation} : ${JSON.stringify(errors)}`);
    return Object.values(data)[0] as T;
  };
  return {
    ...stage,
    me,
    headers,
    somebody: (options) => anAccount(api, options),
    anonymously: (operation, variables) => ask(operation, variables, {}),
    myself: (operation, variables) => ask(operation, variables, headers),
  };
}
