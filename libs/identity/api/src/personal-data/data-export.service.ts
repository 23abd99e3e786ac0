import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { MoreThan, type DataSource, type EntityManager } from 'typeorm';
import { isUuid, Jobs, notFound, signedIn, transaction } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Account } from '../accounts/account.entity';
import { DataExport } from './data-export.entity';
import { PersonalDataSources } from './personal-data-sources';

export const PREPARE_DATA = 'identity.prepare-data';

/** What people ask of their own data: to have them prepared, how far that is, and to download them. */
@Injectable()
export class DataExports {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly jobs: Jobs,
    private readonly sources: PersonalDataSources,
  ) {}

  /** The one being prepared, if there is one; else another takes the place of the one that was ready. */
  request(actor: Actor): Promise<DataExport> {
    const { accountId } = signedIn(actor);
    return transaction(this.database, async (tx) => {
      await lockAccount(tx, accountId);
      const last = await tx.findOneBy(DataExport, { accountId });
      if (last?.readyAt === null) return last;
      if (last) await tx.delete(DataExport, { id: last.id });
      const total = this.sources.byAccount.length;
      const { identifiers } = await tx.insert(DataExport, { accountId, total });
      const id = identifiers[0]?.['id'] as string;
      await this.jobs.add(tx, PREPARE_DATA, { exportId: id });
      return tx.findOneByOrFail(DataExport, { id });
    });
  }

  /** Null: none was asked for, or it has gone. */
  async latest(actor: Actor): Promise<DataExport | null> {
    const { accountId } = signedIn(actor);
    const last = await this.database.manager.findOneBy(DataExport, { accountId });
    return last && last.expiresAt && last.expiresAt <= new Date() ? null : last;
  }

  /** One that is ready, for its owner alone. */
  async ready(actor: Actor, id: string): Promise<DataExport> {
    const { accountId } = signedIn(actor);
    if (!isUuid(id)) throw notFound();
    const found = await this.database.manager.findOneBy(DataExport, {
      id,
      accountId,
      expiresAt: MoreThan(new Date()),
    });
    if (!found) throw notFound();
    return found;
  }
}

/** Two requests of one person wait for one another. */
async function lockAccount(tx: EntityManager, accountId: string): Promise<void> {
  await tx.findOneOrFail(Account, {
    select: { id: true },
    where: { id: accountId },
    lock: { mode: 'pessimistic_write' },
  });
}
