import type { DataSource, Logger } from 'typeorm';

/** The SQL statements sent through a data source while `work` runs, in order: shows one query per item where one per list is meant. */
export async function statementsDuring(
  database: DataSource,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const statements: string[] = [];
  const usual = database.logger;
  const ignore = () => undefined;
  database.logger = {
    logQuery: (query: string) => statements.push(query),
    logQueryError: ignore,
    logQuerySlow: ignore,
    logSchemaBuild: ignore,
    logMigration: ignore,
    log: ignore,
  } satisfies Logger;
  try {
    await work();
  } finally {
    database.logger = usual;
  }
  return statements;
}
