import { randomUUIDv7 } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { MoreThan, type DataSource } from 'typeorm';
import {
  mailboxOf,
  mayMailAgain,
  normaliseEmail,
  SIGN_IN_MINUTES,
  signInExpiry,
} from '@preau/identity-domain';
import { badInput, Jobs, transaction } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Sessions } from '../sessions/sessions';
import { SIGN_IN_MAIL } from './sign-in-mail';
import { SignInRequest } from './sign-in-request.entity';
import { SignInSecrets } from './sign-in-secrets';
import { insertRequest, lockAddress, voidRequests } from './sign-in.queries';
import type { SignInRequested } from './sign-in.types';

const HOUR_MS = 3_600_000;

/** Asks for the mail that signs in, and signs out. */
@Injectable()
export class SignInService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly secrets: SignInSecrets,
    private readonly sessions: Sessions,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Has a mail sent to an address, at most three times an hour. The same statements run whether or not it has an account:
   * neither the answer nor the time it takes tells, nor does the mail.
   */
  async request(typedEmail: string, browserHash: Buffer): Promise<SignInRequested> {
    const email = emailOf(typedEmail);
    const addressKey = this.secrets.addressKey(mailboxOf(email));
    const now = new Date();
    await transaction(this.database, async (tx) => {
      await lockAddress(tx, addressKey);
      const lastHour = MoreThan(new Date(now.getTime() - HOUR_MS));
      const asked = await tx.countBy(SignInRequest, { addressKey, createdAt: lastHour });
      if (!mayMailAgain(asked)) return;
      const id = randomUUIDv7();
      const request = {
        id,
        addressKey,
        email,
        browserHash,
        tokenHash: this.secrets.tokenHash(this.secrets.tokenOf(id)),
        codeHash: this.secrets.codeHash(id, this.secrets.codeOf(id)),
        createdAt: now,
        expiresAt: signInExpiry(now),
      };
      await voidRequests(tx, request);
      await insertRequest(tx, request);
      await this.jobs.add(tx, SIGN_IN_MAIL, { requestId: id });
    });
    return { expiresInMinutes: SIGN_IN_MINUTES };
  }

  async signOut(actor: Actor): Promise<void> {
    await transaction(this.database, (tx) => this.sessions.end(tx, actor));
  }
}

/** An address as typed, in its one written form. Throws BAD_INPUT when it is not complete. */
export function emailOf(typed: string): string {
  const email = normaliseEmail(typed, domainToASCII);
  if (email === null) throw badInput('Saisissez une adresse complète, comme prenom.nom@exemple.fr.');
  return email;
}
