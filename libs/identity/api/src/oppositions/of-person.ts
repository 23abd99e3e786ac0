import type { AccountDataSource, DataRow } from '../personal-data/personal-data-sources';

/** Somebody's own oppositions, in the file they download. */
export const ofPerson: AccountDataSource = {
  name: 'oppositions',
  about: 'vos oppositions à un usage de vos données, et les réponses reçues.',
  columns: ['traitement', 'raisons', 'état', 'demandée le', 'répondue le', 'réponse'],
  async *rows(tx, accountId) {
    yield* await tx.query<DataRow[]>(
      `SELECT processing AS traitement, reason AS raisons, state AS "état", created_at AS "demandée le",
         answered_at AS "répondue le", answer AS "réponse"
       FROM opposition WHERE account_id = $1 ORDER BY id`,
      [accountId],
    );
  },
};
