import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** For whatever shows images: takes them and gives them back, in the transaction that writes what shows them. */
@Injectable()
export class Images {
  /**
   * Which of these somebody may now put in something: theirs, wholly received, held by nothing yet. Their rows are locked, in
   * one order for all.
   */
  async lockFree(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<{ id: string; accountId: string }[]>(
      `SELECT id, account_id AS "accountId" FROM image
       WHERE id = ANY($1) AND stored_at IS NOT NULL AND expires_at > now() AND account_id IS NOT NULL
       ORDER BY id FOR UPDATE`,
      [ids],
    );
    return new Map(rows.map(({ id, accountId }) => [id, accountId]));
  }

  async hold(tx: EntityManager, ids: readonly string[], holder: string): Promise<void> {
    if (ids.length > 0)
      await tx.query('UPDATE image SET holder = $2, expires_at = NULL WHERE id = ANY($1)', [ids, holder]);
  }

  /** Nothing shows them any more: their files go with the next collection. */
  async release(tx: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length > 0)
      await tx.query('UPDATE image SET holder = NULL, expires_at = now() WHERE id = ANY($1)', [ids]);
  }

  /** All that somebody ever sent, when their account ends: what remains of it until its files are gone is nobody's. */
  async releaseAllOf(tx: EntityManager, accountId: string): Promise<void> {
    await tx.query(
      'UPDATE image SET holder = NULL, expires_at = now(), account_id = NULL WHERE account_id = $1',
      [accountId],
    );
  }
}
