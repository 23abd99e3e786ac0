import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { signedIn } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Account } from '../accounts/account.entity';
import { Sessions } from '../sessions/sessions';
import { Entry, type SignInPlace } from '../sign-in/entry';
import { PendingSignIn } from '../sign-in/pending-sign-in.entity';
import type { SignedIn } from '../sign-in/sign-in.types';
import { refused, SecondFactorChecks } from './second-factor-checks';
import type { SecondFactorRefused } from './second-factor.types';

type Shown = { readonly account: Account; readonly secret: string };

/** Shows a second factor: to finish signing in, or for a session that has not yet. */
@Injectable()
export class ShowSecondFactorService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly checks: SecondFactorChecks,
    private readonly entry: Entry,
    private readonly sessions: Sessions,
  ) {}

  /** Opens the session of whoever has proved their address in this browser; `keep` receives its secret once it is committed. */
  async confirm(
    typed: string,
    place: SignInPlace,
    keep: (secret: string) => void,
  ): Promise<SignedIn | SecondFactorRefused> {
    const { browserHash } = place;
    const known = await this.database.manager.findOneBy(PendingSignIn, { browserHash });
    const accountId = known?.accountId ?? null;
    if (accountId === null) return refused('EXPIRED');
    const shown = await this.checks.withCode(
      accountId,
      typed,
      async (tx) => {
        const proof = await tx.findOneByOrFail(PendingSignIn, { browserHash });
        const opened = await this.entry.open(tx, { ...proof, secondFactorDone: true }, accountId, place);
        return { account: opened.result.account, secret: opened.secret };
      },
      // Held from here on: of two who finish the same sign-in at once, the second finds none.
      async (tx) => ((await this.entry.held(tx, browserHash))?.accountId === accountId ? null : 'EXPIRED'),
    );
    return handedOver(shown, keep);
  }

  /** For a session opened before its account had a second factor: it goes on under a new id, with all its rights. */
  async show(
    typed: string,
    actor: Actor,
    keep: (secret: string) => void,
  ): Promise<SignedIn | SecondFactorRefused> {
    const { accountId } = signedIn(actor);
    const shown = await this.checks.withCode(accountId, typed, async (tx) => ({
      account: await tx.findOneByOrFail(Account, { id: accountId }),
      secret: await this.sessions.rotate(tx, actor, new Date()),
    }));
    return handedOver(shown, keep);
  }
}

function handedOver(
  shown: Shown | SecondFactorRefused,
  keep: (secret: string) => void,
): SignedIn | SecondFactorRefused {
  if (!('secret' in shown)) return shown;
  keep(shown.secret);
  return { account: shown.account };
}
