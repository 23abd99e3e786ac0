import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { DELETED_NAME } from '@preau/identity-domain';
import { CONFIG, createLogger, Jobs, transaction, type Config } from '@preau/shared-api';
import { Account } from '../accounts/account.entity';
import { lockRights } from '../rights/change-rights';
import { AccountEndings } from './account-endings';

const END_ACCOUNTS = 'identity.end-accounts';
const BATCH = 50;

export interface EndingReport {
  readonly due: number;
  readonly deleted: number;
  /** The last administrators: somebody must be able to name others first. */
  readonly kept: number;
}

/**
 * Deletes, each night, the accounts whose thirty days are over. Batch by batch, each whole or not at all: killed anywhere, the
 * next run goes on. The rows stay, without anything of the person, so that messages keep an author.
 */
@Injectable()
export class EndAccounts implements OnModuleInit {
  private readonly log;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) config: Config,
    private readonly jobs: Jobs,
    private readonly endings: AccountEndings,
  ) {
    this.log = createLogger(config, 'accounts');
  }

  onModuleInit() {
    this.jobs.handle(END_ACCOUNTS, async () => {
      this.log.info(await this.endDue(new Date()), 'accounts deleted');
    });
    this.jobs.every('23 2 * * *', END_ACCOUNTS);
  }

  async endDue(now: Date): Promise<EndingReport> {
    const due = await this.database.query<{ id: string }[]>(
      'SELECT id FROM account WHERE deletion_due_at <= $1 AND deleted_at IS NULL ORDER BY deletion_due_at, id',
      [now],
    );
    let deleted = 0;
    for (let from = 0; from < due.length; from += BATCH) {
      const ids = due.slice(from, from + BATCH).map(({ id }) => id);
      deleted += await transaction(this.database, (tx) => this.endBatch(tx, ids, now));
    }
    const left = await this.database.query<unknown[]>(
      'SELECT id FROM account WHERE deletion_due_at <= $1 AND deleted_at IS NULL',
      [now],
    );
    return { due: due.length, deleted, kept: left.length };
  }

  /** Those whose owner changed their mind meanwhile, or whom another run has deleted, are left out. */
  private async endBatch(tx: EntityManager, ids: readonly string[], now: Date): Promise<number> {
    const leavesAdministrators = await lockRights(tx);
    const due = await tx.query<{ id: string }[]>(
      `SELECT id FROM account WHERE id = ANY($1) AND deletion_due_at <= $2 AND deleted_at IS NULL
       ORDER BY id FOR UPDATE`,
      [ids, now],
    );
    let deleted = 0;
    for (const { id } of due) {
      if (!leavesAdministrators(id)) continue;
      await this.endings.atEnd(tx, id);
      await tx.update(Account, { id }, { ...NOBODY, deletedAt: now });
      deleted += 1;
    }
    return deleted;
  }
}

const NOBODY = {
  email: null,
  displayName: DELETED_NAME,
  isPseudonym: false,
  declaredRole: null,
  academie: null,
  ageBand: null,
  charterVersion: null,
  charterAcceptedAt: null,
  professionalDomain: null,
  suspendedAt: null,
  suspensionReason: null,
  deletionDueAt: null,
} as const;
