import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import {
  ageRefusal,
  CHARTER_VERSION,
  keptDisplayName,
  registrationFaults,
  signsByPseudonym,
  type AgeBand,
  type Registration,
} from '@preau/identity-domain';
import { transaction } from '@preau/shared-api';
import { Account } from '../accounts/account.entity';
import { ACADEMIES } from '../territories';
import { Entry, type SignInPlace } from './entry';
import { accountOfIdentity, lockIdentity, rememberIdentity } from '../oidc/oidc.queries';
import { PendingSignIn } from './pending-sign-in.entity';
import type { RegisterInput, RegisterResult, RegistrationRefused } from './register.types';

type Outcome = { result: typeof RegisterResult; secret: string | null };

/** Creates the account of somebody who has proved who they are, at their first sign-in. */
@Injectable()
export class RegisterService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly entry: Entry,
  ) {}

  async register(
    input: RegisterInput,
    place: SignInPlace,
    keep: (secret: string) => void,
  ): Promise<typeof RegisterResult> {
    const { result, secret } = await transaction(this.database, (tx) => this.create(tx, input, place));
    if (secret !== null) keep(secret);
    return result;
  }

  private async create(tx: EntityManager, input: RegisterInput, place: SignInPlace): Promise<Outcome> {
    const proof = await this.entry.take(tx, place.browserHash);
    if (!proof || proof.accountId !== null) return refused('EXPIRED');
    const refusal = ageRefusal(input.age);
    // Nothing stays of a child's address.
    if (refusal) return refused(refusal);
    const { academie = null, charterVersion = null } = input;
    const registration = { ...input, academie, charterVersion };
    const faults = registrationFaults(registration, proof.email, ACADEMIES);
    if (faults.length > 0) {
      await tx.insert(PendingSignIn, proof);
      return { result: { code: 'INVALID', faults }, secret: null };
    }
    const accountId = await accountFor(tx, proof, registration);
    if (accountId === null) return refused('EXPIRED');
    const { result, secret } = await this.entry.enter(tx, proof, accountId, place);
    // A browser that registers an address which another has just registered signs in to that account, as its mail proves.
    return 'account' in result ? { result, secret } : refused('EXPIRED');
  }
}

/**
 * The new account's id; that of the account which got this address or this identity in the meantime, if one did. Null when
 * somebody else has the address since: a provider's word on it does not open their account.
 */
async function accountFor(
  tx: EntityManager,
  proof: PendingSignIn,
  given: Registration,
): Promise<string | null> {
  const { email, provider, subject } = proof;
  if (provider === null || subject === null) {
    const created = await insertAccount(tx, email, given);
    return created ?? (email === null ? null : ((await tx.findOneBy(Account, { email }))?.id ?? null));
  }
  await lockIdentity(tx, provider, subject);
  const known = await accountOfIdentity(tx, provider, subject);
  if (known !== null) return known;
  const accountId = await insertAccount(tx, email, given);
  if (accountId !== null) await rememberIdentity(tx, { provider, subject, accountId });
  return accountId;
}

/** Null when the address has an account already. */
async function insertAccount(
  tx: EntityManager,
  email: string | null,
  given: Registration,
): Promise<string | null> {
  const created = await tx
    .createQueryBuilder()
    .insert()
    .into(Account)
    .values({
      email,
      displayName: keptDisplayName(given.displayName),
      isPseudonym: signsByPseudonym(given),
      declaredRole: given.declaredRole,
      academie: given.academie,
      ageBand: given.age as AgeBand,
      charterVersion: CHARTER_VERSION,
      charterAcceptedAt: new Date(),
    })
    .orIgnore()
    .returning(['id'])
    .execute();
  const [row] = created.raw as { id: string }[];
  return row?.id ?? null;
}

function refused(code: RegistrationRefused['code']): Outcome {
  return { result: { code, faults: [] }, secret: null };
}
