import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsNull, type DataSource, type EntityManager } from 'typeorm';
import { signInExpiry } from '@preau/identity-domain';
import { CONFIG, type Config } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Account } from '../accounts/account.entity';
import { proveProfession } from '../accounts/profession';
import { SecondFactors } from '../second-factor/second-factors';
import { Sessions } from '../sessions/sessions';
import { PendingSignIn } from './pending-sign-in.entity';
import { pendingView } from './pending-view';
import type { SignedIn, SignInPending } from './sign-in.types';

/** Where a sign-in takes place. */
export interface SignInPlace {
  /** Whose session the browser had: it ends. */
  readonly actor: Actor;
  readonly browserHash: Buffer;
  readonly device: string;
}

/** What was proved of somebody, by a mail or by a provider. */
export type Identity = Omit<PendingSignIn, 'browserHash' | 'accountId' | 'expiresAt'>;

export type Opened = { result: SignedIn; secret: string };
export type Entered = Opened | { result: SignInPending; secret: null };

/** From "proved who they are" to a session: creates nothing before the person has said what an account needs. */
@Injectable()
export class Entry {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly sessions: Sessions,
    private readonly secondFactors: SecondFactors,
  ) {}

  /** Opens a session for the account this is, or keeps the proof for this browser until what is missing is given. */
  async enter(
    tx: EntityManager,
    identity: Identity,
    accountId: string | null,
    place: SignInPlace,
  ): Promise<Entered> {
    const wantsFactor =
      accountId !== null && !identity.secondFactorDone && (await this.secondFactors.has(tx, accountId));
    if (accountId !== null && !wantsFactor) return this.open(tx, identity, accountId, place);
    const pending = {
      ...identity,
      accountId,
      browserHash: place.browserHash,
      expiresAt: signInExpiry(new Date()),
    };
    await tx.upsert(PendingSignIn, pending, ['browserHash']);
    return { result: pendingView(pending, this.config.PROFESSIONAL_DOMAINS), secret: null };
  }

  /** What this browser still has to give, if it is signing in. */
  async pendingOf(browserHash: Buffer): Promise<SignInPending | null> {
    const pending = await this.database.manager.findOneBy(PendingSignIn, { browserHash });
    if (!pending || pending.expiresAt <= new Date()) return null;
    return pendingView(pending, this.config.PROFESSIONAL_DOMAINS);
  }

  /** The proof kept for this browser, which nobody else changes until the transaction ends; null when there is none, or it is too late. */
  async held(tx: EntityManager, browserHash: Buffer): Promise<PendingSignIn | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    const pending = await tx.findOne(PendingSignIn, { where: { browserHash }, lock });
    return pending && pending.expiresAt > new Date() ? pending : null;
  }

  /** The proof kept for this browser, once: it is gone when the transaction commits. Null when there is none, or it is too late. */
  async take(tx: EntityManager, browserHash: Buffer): Promise<PendingSignIn | null> {
    const pending = await this.held(tx, browserHash);
    if (pending) await tx.delete(PendingSignIn, { browserHash });
    return pending;
  }

  /** Opens a session with a new id, in the place of the one this browser had. */
  async open(tx: EntityManager, identity: Identity, accountId: string, place: SignInPlace): Promise<Opened> {
    await this.sessions.end(tx, place.actor);
    await tx.delete(PendingSignIn, { browserHash: place.browserHash });
    const account = await tx.findOneByOrFail(Account, { id: accountId, deletedAt: IsNull() });
    await proveProfession(tx, account, identity, this.config.PROFESSIONAL_DOMAINS);
    const secret = await this.sessions.open(tx, accountId, {
      device: place.device,
      secondFactorAt: identity.secondFactorDone ? new Date() : null,
      provider: identity.provider,
      idToken: identity.idToken,
    });
    return { result: { account }, secret };
  }
}
