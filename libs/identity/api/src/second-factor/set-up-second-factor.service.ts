import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { setupRefusal, stepsTaken, typedCode } from '@preau/identity-domain';
import { CONFIG, seal, signedIn, transaction, unseal, type Config } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Account } from '../accounts/account.entity';
import { Sessions } from '../sessions/sessions';
import { SecondFactorChanges } from './second-factor-changes';
import { refused, SecondFactorChecks, wrong } from './second-factor-checks';
import { SecondFactor } from './second-factor.entity';
import type { RecoveryCodesGiven, SecondFactorRefused, SecondFactorSetup } from './second-factor.types';
import { lockedFactor, purposeOf } from './second-factors';
import { newSecret, setupUri, stepOf, typedForm } from './totp';

/** Gives an account a second factor, or another in the place of the one it has. */
@Injectable()
export class SetUpSecondFactorService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly checks: SecondFactorChecks,
    private readonly changes: SecondFactorChanges,
    private readonly sessions: Sessions,
  ) {}

  /** The key of an application. To replace a second factor that serves, one of its codes (or of the recovery codes) is wanted. */
  async begin(actor: Actor, typed: string | null): Promise<SecondFactorSetup | SecondFactorRefused> {
    const { accountId } = signedIn(actor);
    const factor = await this.database.manager.findOneBy(SecondFactor, { accountId });
    if (!factor?.confirmedAt) return transaction(this.database, (tx) => this.offer(tx, accountId));
    if (typed === null) return refused('INVALID');
    return this.checks.withCode(accountId, typed, (tx) => this.offer(tx, accountId));
  }

  /** The first code of the new key: from now on it is asked for. The session goes on under a new id, with all its rights. */
  async confirm(
    actor: Actor,
    typed: string,
    keep: (secret: string) => void,
  ): Promise<RecoveryCodesGiven | SecondFactorRefused> {
    const { accountId } = signedIn(actor);
    const triesLeft = await this.checks.triesLeft(accountId);
    if (triesLeft < 0) return refused('TOO_MANY_TRIES');
    const outcome = await transaction(this.database, async (tx) => {
      const now = new Date();
      const factor = await lockedFactor(tx, accountId);
      const next = factor?.nextSealedSecret;
      if (!factor || !next || setupRefusal(factor.nextBegunAt, now)) return refused('EXPIRED');
      const step = stepOf(this.opened(accountId, next), typedCode(typed), stepsTaken(now, null));
      return step === null ? wrong(triesLeft) : this.activate(tx, actor, factor, step);
    });
    if (!('secret' in outcome)) return outcome;
    keep(outcome.secret);
    return outcome.given;
  }

  /** The key that waits for its first code, so that a page opened again shows the same; a new one when none does. */
  private async offer(tx: EntityManager, accountId: string): Promise<SecondFactorSetup> {
    const now = new Date();
    const { displayName, email } = await tx.findOneByOrFail(Account, { id: accountId });
    const factor = await lockedFactor(tx, accountId);
    const next = factor?.nextSealedSecret;
    const isWaiting = next && !factor.confirmedAt && !setupRefusal(factor.nextBegunAt, now);
    const secret = isWaiting ? this.opened(accountId, next) : newSecret();
    if (!isWaiting) {
      const nextSealedSecret = seal(this.config.SECRET_KEY, purposeOf(accountId), secret);
      await tx.upsert(SecondFactor, { accountId, nextSealedSecret, nextBegunAt: now }, ['accountId']);
    }
    return { uri: setupUri(secret, 'Préau', email ?? displayName), secret: typedForm(secret) };
  }

  private async activate(tx: EntityManager, actor: Actor, factor: SecondFactor, step: number) {
    const { accountId, nextSealedSecret } = factor;
    const { sessionId } = signedIn(actor);
    const now = new Date();
    const isReplaced = factor.confirmedAt !== null;
    await tx.update(
      SecondFactor,
      { accountId },
      {
        sealedSecret: nextSealedSecret,
        confirmedAt: now,
        lastStep: String(step),
        nextSealedSecret: null,
        nextBegunAt: null,
      },
    );
    const change = isReplaced ? 'replace' : 'enable';
    const given = await this.changes.withNewCodes(tx, actor, accountId, change);
    // Whoever holds the telephone that was replaced is signed in nowhere any more.
    if (isReplaced) await this.sessions.endOthers(tx, accountId, sessionId);
    return { secret: await this.sessions.rotate(tx, actor, now), given };
  }

  private opened(accountId: string, sealed: Buffer): Buffer {
    return unseal(this.config.SECRET_KEY, purposeOf(accountId), sealed);
  }
}
