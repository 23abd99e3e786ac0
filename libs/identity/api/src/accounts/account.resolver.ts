import { Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, type RequestContext } from '@preau/shared-api';
import type { Actor, Role } from '@preau/shared-domain';
import { Roles } from '../rights/rights.enums';
import { Account } from './account.entity';
import { Accounts } from './accounts';

@Resolver(() => Account)
export class AccountResolver {
  constructor(private readonly accounts: Accounts) {}

  /** Null for a visitor: asking who one is, is not an error. */
  @Query(() => Account, { nullable: true })
  @Access('public')
  me(@CurrentActor() actor: Actor): Promise<Account | null> {
    return this.accounts.of(actor);
  }

  /** Those it may act with, once a second factor is shown where one is wanted. */
  @ResolveField(() => [Roles], { description: 'None while the account is suspended.' })
  roles(@Parent() account: Account, @Context() context: RequestContext): Promise<Role[]> {
    return account.suspendedAt ? Promise.resolve([]) : this.accounts.roles(context, account.id);
  }
}
