import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource } from 'typeorm';
import { RequestLoader } from '@preau/shared-api';
import { ROLES, type Actor, type Role } from '@preau/shared-domain';
import { Account } from './account.entity';
import { RoleGrantRow } from '../rights/role-grant.entity';

@Injectable()
export class Accounts {
  /** The roles of an account, each once, in the order they are declared in. */
  readonly roles = new RequestLoader<string, Role[]>(async (accountIds) => {
    const grants = await this.database.manager.findBy(RoleGrantRow, { accountId: In([...accountIds]) });
    return accountIds.map((id) =>
      ROLES.filter((role) => grants.some((grant) => grant.accountId === id && grant.role === role)),
    );
  });

  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async of(actor: Actor): Promise<Account | null> {
    if (actor.kind === 'visitor') return null;
    return this.database.manager.findOneBy(Account, { id: actor.accountId });
  }
}
