import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { accountRights, type AccountRights } from '@preau/identity-domain';
import { Access, CurrentActor, type RequestContext } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Account } from '../accounts/account.entity';
import { Accounts } from '../accounts/accounts';
import { GrantsService } from './grants.service';
import {
  AccountRightsType,
  GrantRoleInput,
  GrantRoleResult,
  ReinstateAccountResult,
  RevokeRoleResult,
  SuspendAccountResult,
} from './rights.types';
import { grantOf, RoleGrantRow } from './role-grant.entity';
import { SuspensionsService } from './suspensions.service';
import { Territories } from './territories.service';
import { NamedTerritory } from './territory.types';

const id = { type: () => ID } as const;

@Resolver(() => Account)
export class RightsResolver {
  constructor(
    private readonly grantsService: GrantsService,
    private readonly suspensions: SuspensionsService,
    private readonly accounts: Accounts,
  ) {}

  @Mutation(() => GrantRoleResult)
  @Access('admin')
  grantRole(@CurrentActor() actor: Actor, @Args('input') input: GrantRoleInput) {
    return this.grantsService.grant(actor, input);
  }

  @Mutation(() => RevokeRoleResult)
  @Access('admin')
  revokeRole(
    @CurrentActor() actor: Actor,
    @Args('grantId', id) grantId: string,
    @Args('reason') reason: string,
  ) {
    return this.grantsService.revoke(actor, grantId, reason);
  }

  @Mutation(() => SuspendAccountResult)
  @Access('admin')
  suspendAccount(
    @CurrentActor() actor: Actor,
    @Args('accountId', id) account: string,
    @Args('reason') reason: string,
  ) {
    return this.suspensions.suspend(actor, account, reason);
  }

  @Mutation(() => ReinstateAccountResult)
  @Access('admin')
  reinstateAccount(
    @CurrentActor() actor: Actor,
    @Args('accountId', id) account: string,
    @Args('reason') reason: string,
  ) {
    return this.suspensions.reinstate(actor, account, reason);
  }

  @ResolveField(() => [RoleGrantRow], { description: 'Those that still run, the latest first.' })
  grants(@Parent() account: Account, @Context() context: RequestContext): Promise<RoleGrantRow[]> {
    return this.accounts.grants.of(context, account.id);
  }

  @ResolveField(() => AccountRightsType)
  async viewerCan(
    @Parent() account: Account,
    @CurrentActor() actor: Actor,
    @Context() context: RequestContext,
  ): Promise<AccountRights> {
    const hasSecondFactor = await this.accounts.secondFactors.of(context, account.id);
    return accountRights(actor, { ...account, hasSecondFactor });
  }

  @ResolveField(() => Boolean, { description: 'Sensitive roles are given to accounts that have one.' })
  hasSecondFactor(@Parent() account: Account, @Context() context: RequestContext): Promise<boolean> {
    return this.accounts.secondFactors.of(context, account.id);
  }
}

@Resolver(() => RoleGrantRow)
export class RoleGrantResolver {
  constructor(
    private readonly accounts: Accounts,
    private readonly territories: Territories,
  ) {}

  @ResolveField(() => NamedTerritory, { nullable: true, description: 'None: everywhere.' })
  territory(
    @Parent() grant: RoleGrantRow,
    @Context() context: RequestContext,
  ): Promise<NamedTerritory> | null {
    const { territory } = grantOf(grant);
    return territory && this.territories.named(context, territory);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'The name of whoever granted it; none when the platform did, on a proof.',
  })
  grantedBy(
    @Parent() grant: RoleGrantRow,
    @Context() context: RequestContext,
  ): Promise<string | null> | null {
    return grant.grantedBy === null ? null : this.accounts.displayNames.of(context, grant.grantedBy);
  }
}
