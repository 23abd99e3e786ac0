import type { DataSource, EntityManager } from 'typeorm';

/** Runs `work` in one transaction: all of it is committed, or none. Inside, only `tx` touches the database. */
export function transaction<T>(database: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  return database.transaction(work);
}
