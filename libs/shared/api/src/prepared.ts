import type { Pool, PoolClient } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';

/** A statement that is sent again and again. Its name (at most 63 letters) belongs to this text alone. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/**
 * An array that is given to a prepared statement (`unseen('$1', 'uuid')`), whose length PostgreSQL does not look at. Where it does, it
 * finds that a plan made for these few values is a little cheaper than one for any, and plans the statement anew each time: twenty
 * times the cost of reading a topic.
 */
export const unseen = (parameter: string, type: string): string =>
  `(SELECT ${parameter}::${type}[])::${type}[]`;

/** Runs one statement in a transaction of its own; each connection parses and plans it only the first time. */
export async function runPrepared<Row extends object>(
  database: DataSource,
  statement: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  database.logger.logQuery(statement.text, [...values]);
  const { master } = database.driver as unknown as { master: Pool };
  const { rows } = await master.query<Row>({ ...statement, values: [...values] });
  return rows;
}

/** Runs one statement in a transaction; each connection parses and plans it only the first time. */
export async function runPreparedIn<Row extends object>(
  tx: EntityManager,
  statement: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  if (!tx.queryRunner) throw new Error('outside of a transaction');
  tx.connection.logger.logQuery(statement.text, [...values], tx.queryRunner);
  const client = (await tx.queryRunner.connect()) as PoolClient;
  const { rows } = await client.query<Row>({ ...statement, values: [...values] });
  return rows;
}
