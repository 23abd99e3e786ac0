import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { codeRefusal, linkRefusal, TRIES_PER_QUARTER, typedCode, wrongCode } from '@preau/identity-domain';
import { badInput, transaction } from '@preau/shared-api';
import { Account } from '../accounts/account.entity';
import { Attempts } from './attempts';
import { Entry, type Entered, type SignInPlace } from './entry';
import { SignInRequest } from './sign-in-request.entity';
import { SignInSecrets } from './sign-in-secrets';
import { emailOf } from './sign-in.service';
import type { ConfirmSignInArgs, SignInRefused, SignInResult } from './sign-in.types';

type Outcome = Entered | { result: SignInRefused; secret: null };

/** Uses up the link or the code of a mail, in the browser that asked for it. */
@Injectable()
export class ConfirmSignInService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly secrets: SignInSecrets,
    private readonly attempts: Attempts,
    private readonly entry: Entry,
  ) {}

  /** Opens a session, or keeps what was proved for this browser; `keep` receives the session's secret once it is committed. */
  async confirm(
    { token, email, code }: ConfirmSignInArgs,
    place: SignInPlace,
    keep: (secret: string) => void,
  ): Promise<typeof SignInResult> {
    const { result, secret } = await (typeof token === 'string'
      ? this.byLink(token, code ?? null, place)
      : this.byCode(email ?? null, code ?? null, place));
    if (secret !== null) keep(secret);
    return result;
  }

  private async byLink(token: string, code: string | null, place: SignInPlace): Promise<Outcome> {
    const tokenHash = this.secrets.tokenHash(token);
    const known = await this.database.manager.findOneBy(SignInRequest, { tokenHash });
    if (!known) return refused('INVALID');
    const isSameBrowser = known.browserHash?.equals(place.browserHash) ?? false;
    if (isSameBrowser) {
      return transaction(this.database, async (tx) => {
        const request = await locked(tx, known.id);
        const refusal = linkRefusal(request, new Date());
        return refusal ? refused(refusal) : this.enter(tx, request, place);
      });
    }
    // Elsewhere the link is worth no more than the address: it tells which mail the code is of.
    if (code === null) return refused(linkRefusal(known, new Date()) ?? 'OTHER_BROWSER');
    return this.tryCode(known, code, place);
  }

  private async byCode(email: string | null, code: string | null, place: SignInPlace): Promise<Outcome> {
    if (email === null || code === null) throw badInput('Donnez le jeton du lien, ou l’adresse et le code.');
    const newest = await this.database.manager.findOne(SignInRequest, {
      where: { browserHash: place.browserHash, email: emailOf(email) },
      order: { createdAt: 'DESC' },
    });
    return newest ? this.tryCode(newest, code, place) : refused('EXPIRED');
  }

  /** Every try counts for the address, over all its mails, before anything is compared. */
  private async tryCode(known: SignInRequest, code: string, place: SignInPlace): Promise<Outcome> {
    const mayTry = await this.attempts.count('sign-in code', known.email ?? known.id, TRIES_PER_QUARTER);
    return transaction(this.database, async (tx): Promise<Outcome> => {
      const request = await locked(tx, known.id);
      const refusal = codeRefusal(request, new Date()) ?? (mayTry ? null : 'TOO_MANY_TRIES');
      if (refusal) return refused(refusal);
      if (this.secrets.isCode(request, typedCode(code))) return this.enter(tx, request, place);
      const failedTries = request.failedTries + 1;
      await tx.update(SignInRequest, { id: request.id }, { failedTries });
      const wrong = wrongCode(failedTries);
      return refused(wrong.code, wrong.triesLeft);
    });
  }

  private async enter(tx: EntityManager, request: SignInRequest, place: SignInPlace): Promise<Entered> {
    const { id, email } = request;
    // The address is kept by the account from now on, or by what this browser is still asked for.
    await tx.update(SignInRequest, { id }, { usedAt: new Date(), email: null });
    const account = email === null ? null : await tx.findOneBy(Account, { email });
    const identity = {
      email,
      provider: null,
      subject: null,
      proposedName: null,
      provesTeacher: false,
      secondFactorDone: false,
      idToken: null,
    };
    return this.entry.enter(tx, identity, account?.id ?? null, place);
  }
}

const locked = (tx: EntityManager, id: string) =>
  tx.findOneOrFail(SignInRequest, { where: { id }, lock: { mode: 'pessimistic_write' } });

function refused(code: SignInRefused['code'], triesLeft: number | null = null): Outcome {
  return { result: { code, triesLeft }, secret: null };
}
