import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, IsNull, Not, type DataSource } from 'typeorm';
import { isRunning } from '@preau/identity-domain';
import { RequestLoader, type RequestContext } from '@preau/shared-api';
import { ROLES, type Actor, type Role } from '@preau/shared-domain';
import { Account } from './account.entity';
import { RoleGrantRow } from '../rights/role-grant.entity';
import { SecondFactor } from '../second-factor/second-factor.entity';

@Injectable()
export class Accounts {
  /** The grants of an account that still run, the latest first. */
  readonly grants = new RequestLoader<string, RoleGrantRow[]>(async (accountIds) => {
    const grants = await this.database.manager.find(RoleGrantRow, {
      where: { accountId: In([...accountIds]) },
      order: { grantedAt: 'DESC', id: 'DESC' },
    });
    const now = new Date();
    return accountIds.map((id) => grants.filter((grant) => grant.accountId === id && isRunning(grant, now)));
  });

  readonly displayNames = new RequestLoader<string, string | null>(async (accountIds) => {
    const found = await this.database.manager.findBy(Account, { id: In([...accountIds]) });
    return accountIds.map((id) => found.find((account) => account.id === id)?.displayName ?? null);
  });

  /** Whether an account has a second factor that works. */
  readonly secondFactors = new RequestLoader<string, boolean>(async (accountIds) => {
    const found = await this.database.manager.findBy(SecondFactor, {
      accountId: In([...accountIds]),
      confirmedAt: Not(IsNull()),
    });
    return accountIds.map((id) => found.some(({ accountId }) => accountId === id));
  });

  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** The roles of an account, each once, in the order they are declared in. */
  async roles(context: RequestContext, accountId: string): Promise<Role[]> {
    const grants = await this.grants.of(context, accountId);
    return ROLES.filter((role) => grants.some((grant) => grant.role === role));
  }

  async of(actor: Actor): Promise<Account | null> {
    if (actor.kind === 'visitor') return null;
    return this.database.manager.findOneBy(Account, { id: actor.accountId });
  }
}
