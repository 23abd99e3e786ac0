import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** A statement that is sent again and again. Its name (at most 63 letters) belongs to this text alone. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

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
