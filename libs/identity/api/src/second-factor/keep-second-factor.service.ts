import { Inject, Injectable } from '@nestjs/common';
import { removalRefusal } from '@preau/identity-domain';
import { CONFIG, signedIn, unauthenticated, type Config } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { findSessions } from '../sessions/session.queries';
import { Session } from '../sessions/session.entity';
import { Sessions } from '../sessions/sessions';
import { RecoveryCode } from './recovery-code.entity';
import { SecondFactorChanges } from './second-factor-changes';
import { SecondFactorChecks } from './second-factor-checks';
import { SecondFactor } from './second-factor.entity';
import type { RecoveryCodesGiven, SecondFactorRefused, SecondFactorRemoved } from './second-factor.types';

/** What one does with a second factor one has: renew its recovery codes, give it up. */
@Injectable()
export class KeepSecondFactorService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly checks: SecondFactorChecks,
    private readonly changes: SecondFactorChanges,
    private readonly sessions: Sessions,
  ) {}

  renewRecoveryCodes(actor: Actor, typed: string): Promise<RecoveryCodesGiven | SecondFactorRefused> {
    const { accountId } = signedIn(actor);
    return this.checks.withCode(accountId, typed, (tx) =>
      this.changes.withNewCodes(tx, actor, accountId, 'renew-recovery-codes'),
    );
  }

  /** Refused to whoever's roles want one. The session goes on under a new id. */
  async remove(
    actor: Actor,
    typed: string,
    keep: (secret: string) => void,
  ): Promise<SecondFactorRemoved | SecondFactorRefused> {
    const { accountId, sessionId } = signedIn(actor);
    const outcome = await this.checks.withCode(
      accountId,
      typed,
      async (tx) => {
        await tx.delete(RecoveryCode, { accountId });
        await tx.delete(SecondFactor, { accountId });
        await tx.update(Session, { accountId }, { secondFactorAt: null });
        const secret = await this.sessions.rotate(tx, actor, null);
        return { account: await this.changes.follow(tx, actor, accountId, 'remove'), secret };
      },
      async (tx) => {
        const [session] = await findSessions(tx, [sessionId]);
        if (!session) throw unauthenticated();
        return removalRefusal(session.grants, this.config.SECOND_FACTOR);
      },
    );
    if (!('secret' in outcome)) return outcome;
    keep(outcome.secret);
    return { account: outcome.account };
  }
}
