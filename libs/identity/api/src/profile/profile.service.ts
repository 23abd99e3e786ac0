import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { keptDisplayName, profileRefusal, type Profile } from '@preau/identity-domain';
import { signedIn, transaction } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Account } from '../accounts/account.entity';
import { ACADEMIES } from '../territories';
import type { ProfileRefused, ProfileSaved } from './profile.types';

@Injectable()
export class ProfileService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Keeps what people say of themselves, or says what is wrong with each field; nothing is kept by half. */
  save(actor: Actor, profile: Profile): Promise<ProfileSaved | ProfileRefused> {
    const { accountId } = signedIn(actor);
    return transaction(this.database, async (tx) => {
      const account = await tx.findOneOrFail(Account, {
        where: { id: accountId },
        lock: { mode: 'pessimistic_write' },
      });
      const refusal = profileRefusal(profile, account, ACADEMIES);
      if (refusal) return refusal;
      const kept = {
        displayName: keptDisplayName(profile.displayName),
        isPseudonym: profile.isPseudonym,
        declaredRole: profile.declaredRole ?? null,
        academie: profile.academie ?? null,
      };
      await tx.update(Account, { id: accountId }, kept);
      return { account: Object.assign(account, kept) };
    });
  }
}
