import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { MoreThan, type DataSource, type EntityManager } from 'typeorm';
import {
  codeRefusal,
  linkRefusal,
  mayMailAgain,
  normaliseEmail,
  SIGN_IN_MINUTES,
  signInExpiry,
  typedCode,
  wrongCode,
} from '@preau/identity-domain';
import { badInput, Jobs, transaction } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Account } from '../accounts/account.entity';
import { Sessions } from '../sessions/sessions';
import { SIGN_IN_MAIL } from './sign-in-mail';
import { SignInRequest } from './sign-in-request.entity';
import { SignInSecrets } from './sign-in-secrets';
import { insertRequest, lockAddress, voidRequests } from './sign-in.queries';
import type { ConfirmSignInArgs, SignedIn, SignInRefused, SignInRequested } from './sign-in.types';

type Outcome = { result: SignedIn; secret: string } | { result: SignInRefused; secret: null };

const HOUR_MS = 3_600_000;

@Injectable()
export class SignInService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly secrets: SignInSecrets,
    private readonly sessions: Sessions,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Has a mail sent to the account of this address, if there is one. The same statements run when there is none:
   * neither the answer nor the time it takes tells.
   */
  async request(typedEmail: string): Promise<SignInRequested> {
    const email = emailOf(typedEmail);
    const addressKey = this.secrets.addressKey(email);
    const now = new Date();
    await transaction(this.database, async (tx) => {
      await lockAddress(tx, addressKey);
      const lastHour = MoreThan(new Date(now.getTime() - HOUR_MS));
      const asked = await tx.countBy(SignInRequest, { addressKey, createdAt: lastHour });
      if (!mayMailAgain(asked)) return;
      await voidRequests(tx, addressKey, now);
      const id = randomUUIDv7();
      const tokenHash = this.secrets.tokenHash(this.secrets.tokenOf(id));
      const codeHash = this.secrets.codeHash(id, this.secrets.codeOf(id));
      const times = { createdAt: now, expiresAt: signInExpiry(now) };
      await insertRequest(tx, email, { id, addressKey, tokenHash, codeHash, ...times });
      await this.jobs.add(tx, SIGN_IN_MAIL, { requestId: id });
    });
    return { expiresInMinutes: SIGN_IN_MINUTES };
  }

  /** Opens a session for the holder of a mail's link or code; `keep` receives the secret once it is committed. */
  async confirm(
    { token, email, code }: ConfirmSignInArgs,
    actor: Actor,
    keep: (secret: string) => void,
  ): Promise<SignedIn | SignInRefused> {
    const { result, secret } = await transaction(this.database, (tx) => {
      if (typeof token === 'string') return this.byLink(tx, token, actor);
      if (typeof email === 'string' && typeof code === 'string') return this.byCode(tx, email, code, actor);
      throw badInput('Donnez le jeton du lien, ou l’adresse et le code.');
    });
    if (secret !== null) keep(secret);
    return result;
  }

  async signOut(actor: Actor): Promise<void> {
    await transaction(this.database, (tx) => this.sessions.end(tx, actor));
  }

  private async byLink(tx: EntityManager, token: string, actor: Actor): Promise<Outcome> {
    const request = await tx.findOne(SignInRequest, {
      where: { tokenHash: this.secrets.tokenHash(token) },
      lock: { mode: 'pessimistic_write' },
    });
    if (!request?.accountId) return refused('INVALID');
    const refusal = linkRefusal(request, new Date());
    return refusal ? refused(refusal) : this.open(tx, request.id, request.accountId, actor);
  }

  private async byCode(tx: EntityManager, email: string, code: string, actor: Actor): Promise<Outcome> {
    const request = await tx.findOne(SignInRequest, {
      where: { addressKey: this.secrets.addressKey(emailOf(email)) },
      order: { createdAt: 'DESC' },
      lock: { mode: 'pessimistic_write' },
    });
    if (!request) return refused('EXPIRED');
    const refusal = codeRefusal(request, new Date());
    if (refusal) return refused(refusal);
    const isRight = this.secrets.isCode(request, typedCode(code));
    if (isRight && request.accountId) return this.open(tx, request.id, request.accountId, actor);
    await tx.update(SignInRequest, { id: request.id }, { failedTries: request.failedTries + 1 });
    const wrong = wrongCode(request.failedTries + 1);
    return refused(wrong.code, wrong.triesLeft);
  }

  private async open(
    tx: EntityManager,
    requestId: string,
    accountId: string,
    actor: Actor,
  ): Promise<Outcome> {
    await tx.update(SignInRequest, { id: requestId }, { usedAt: new Date() });
    await this.sessions.end(tx, actor);
    const account = await tx.findOneByOrFail(Account, { id: accountId });
    return { result: { account }, secret: await this.sessions.open(tx, accountId) };
  }
}

function emailOf(typed: string): string {
  const email = normaliseEmail(typed);
  if (email === null) throw badInput('Saisissez une adresse complète, comme prenom.nom@exemple.fr.');
  return email;
}

function refused(code: SignInRefused['code'], triesLeft: number | null = null): Outcome {
  return { result: { code, triesLeft }, secret: null };
}
