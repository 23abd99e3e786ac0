import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '@preau/testing';
import { SnakeCaseNames } from '@preau/shared-api';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi([AppModule], { identity: true });
});
afterAll(() => api.close());

test('the migrations make exactly the tables the code describes', async () => {
  const owner = new DataSource({
    type: 'postgres',
    url: api.databaseUrls.ownerUrl,
    entities: api.database.entityMetadatas.map((entity) => entity.target),
    namingStrategy: new SnakeCaseNames(),
  });
  await owner.initialize();
  const missing = await owner.driver.createSchemaBuilder().log();
  await owner.destroy();
  expect(missing.upQueries.map(({ query }) => query)).toEqual([]);
});

describe('the role of the API', () => {
  const refused = /permission denied|must be owner/;

  test('owns no table', async () => {
    const owned = await api.database.query<unknown[]>(
      'SELECT tablename FROM pg_tables WHERE tableowner = current_user',
    );
    expect(owned).toEqual([]);
  });

  test.each([
    'CREATE TABLE mine (id int)',
    'ALTER TABLE response ADD COLUMN email text',
    'DROP TABLE response',
    'TRUNCATE response',
    'CREATE SCHEMA mine',
    'UPDATE audit_entry SET action = action',
    'DELETE FROM audit_entry',
    'UPDATE questionnaire_version SET definition = definition',
    'DELETE FROM questionnaire_version',
    'SELECT FROM connection_record',
    'SELECT address FROM connection_record',
    'INSERT INTO connection_record (kind, object_id, account_id, at) SELECT $$REPLY$$, uuidv7(), uuidv7(), now() RETURNING at',
    'UPDATE connection_record SET at = now()',
    'DELETE FROM connection_record',
    'COPY connection_record TO STDOUT',
    'INSERT INTO migration (timestamp, name) VALUES (1, $$x$$)',
  ])('may not: %s', async (statement) => {
    await expect(api.database.query(statement)).rejects.toThrow(refused);
  });
});
