import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { CONFIG, seal, unseal, type Config } from '@preau/shared-api';
import type { SignedIn } from '@preau/shared-domain';
import type { DataSource, EntityManager } from 'typeorm';
import { PersonalKey } from './personal-key.entity';

const KEY_BYTES = 32;

/**
 * A secret of each account from which domains draw names for things that must not be joined to it: answers, for one.
 * It is given to whoever is signed in, for themselves: there is no way to ask for that of an account.
 */
@Injectable()
export class PersonalKeys {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The key of whoever is signed in; made at first need. */
  async of({ accountId }: SignedIn): Promise<Buffer> {
    const kept = (await this.find(accountId)) ?? (await this.make(accountId));
    return unseal(this.config.SECRET_KEY, purposeOf(accountId), kept);
  }

  /** The key of somebody who leaves, if it was ever made; `isStill` waits from here until the transaction ends. */
  async ofLeaving(tx: EntityManager, { accountId }: SignedIn): Promise<Buffer | null> {
    const kept = await tx.findOne(PersonalKey, {
      where: { accountId },
      lock: { mode: 'pessimistic_write' },
    });
    return kept && unseal(this.config.SECRET_KEY, purposeOf(accountId), kept.sealed);
  }

  /** Whether this is still their key. Waits for a deletion under way, so that what was written before is seen by one or the other. */
  async isStill({ accountId }: SignedIn, key: Buffer): Promise<boolean> {
    const [kept] = await this.database.query<{ sealed: Buffer }[]>(
      'SELECT sealed FROM personal_key WHERE account_id = $1 FOR KEY SHARE',
      [accountId],
    );
    return !!kept && unseal(this.config.SECRET_KEY, purposeOf(accountId), kept.sealed).equals(key);
  }

  /** Destroys the key: what was named by it can never again be told to be this account's, by anybody. */
  async forget(tx: EntityManager, accountId: string): Promise<void> {
    await tx.delete(PersonalKey, { accountId });
  }

  private async find(accountId: string): Promise<Buffer | null> {
    return (await this.database.manager.findOneBy(PersonalKey, { accountId }))?.sealed ?? null;
  }

  /** Of two devices that need it at the same moment, both get the key that was written first. */
  private async make(accountId: string): Promise<Buffer> {
    const sealed = seal(this.config.SECRET_KEY, purposeOf(accountId), randomBytes(KEY_BYTES));
    const [made] = await this.database.query<{ sealed: Buffer }[]>(
      `INSERT INTO personal_key (account_id, sealed) VALUES ($1, $2)
       ON CONFLICT (account_id) DO UPDATE SET sealed = personal_key.sealed RETURNING sealed`,
      [accountId, sealed],
    );
    if (!made) throw new Error('An insertion that updates on conflict returned nothing.');
    return made.sealed;
  }
}

/** Sealed for one account: a row copied to another opens nothing. */
const purposeOf = (accountId: string) => `personal key of ${accountId}`;
