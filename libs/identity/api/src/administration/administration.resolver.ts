import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { accountState, type AccountState } from '@preau/identity-domain';
import { Access, CurrentActor, signedIn, type Connection } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Account } from '../accounts/account.entity';
import { AdministrationService } from './administration.service';
import { AccountConnection, AccountsArgs, AccountStates } from './administration.types';

@Resolver(() => Account)
export class AdministrationResolver {
  constructor(private readonly service: AdministrationService) {}

  @Query(() => AccountConnection, {
    description: 'Administrators: everybody’s, the latest first, addresses shortened.',
  })
  @Access('admin')
  accounts(@CurrentActor() actor: Actor, @Args() args: AccountsArgs): Promise<Connection<Account>> {
    return this.service.list(signedIn(actor), args);
  }

  @Query(() => Account, { nullable: true, description: 'Administrators. Each look is in the audit log.' })
  @Access('admin')
  account(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Account | null> {
    return this.service.one(signedIn(actor), id);
  }

  @ResolveField(() => AccountStates)
  state(@Parent() account: Account): AccountState {
    return accountState(account);
  }
}
