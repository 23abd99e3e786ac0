import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalKeys } from '../personal-keys/personal-keys';
import { Sessions } from '../sessions/sessions';
import { AccountEndings } from './account-endings';

/** Tables whose rows are somebody's and nothing else: all of them go. */
const PERSONAL_TABLES = [
  'data_export',
  'outgoing_mail',
  'pending_sign_in',
  'provider_identity',
  'recovery_code',
  'role_grant',
  'second_factor',
] as const;

/** What this domain does of its own rows when somebody deletes their account. */
@Injectable()
export class OwnEnding implements OnModuleInit {
  constructor(
    private readonly endings: AccountEndings,
    private readonly keys: PersonalKeys,
    private readonly sessions: Sessions,
  ) {}

  onModuleInit() {
    this.endings.add({
      // Without the key nobody can tell any more which answers are whose.
      atOnce: (tx, accountId) => this.keys.forget(tx, accountId),
      atEnd: (tx, accountId) => this.end(tx, accountId),
    });
  }

  private async end(tx: EntityManager, accountId: string): Promise<void> {
    await this.keys.forget(tx, accountId);
    await this.sessions.endAll(tx, accountId);
    await tx.query(
      `DELETE FROM sign_in_request
       WHERE account_id = $1 OR email = (SELECT email FROM account WHERE id = $1)`,
      [accountId],
    );
    for (const table of PERSONAL_TABLES) {
      await tx.query(`DELETE FROM ${table} WHERE account_id = $1`, [accountId]);
    }
  }
}
