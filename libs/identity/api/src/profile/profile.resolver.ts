import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { DeclaredRole } from '@preau/identity-domain';
import { Access, CurrentActor } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Account } from '../accounts/account.entity';
import { DeclaredRoles } from '../accounts/declared-role';
import { ProfileService } from './profile.service';
import { SaveProfileInput, SaveProfileResult, type ProfileRefused, type ProfileSaved } from './profile.types';

@Resolver(() => Account)
export class ProfileResolver {
  constructor(private readonly profiles: ProfileService) {}

  @ResolveField(() => DeclaredRoles, { nullable: true })
  declaredRole(@Parent() account: Account): DeclaredRole | null {
    return account.declaredRole;
  }

  @ResolveField(() => Boolean, { description: 'From 15 to 17 years: the display name stays a pseudonym.' })
  isMinor(@Parent() account: Account): boolean {
    return account.ageBand === 'minor';
  }

  @Mutation(() => SaveProfileResult)
  @Access('signed-in')
  saveProfile(
    @Args('input') input: SaveProfileInput,
    @CurrentActor() actor: Actor,
  ): Promise<ProfileSaved | ProfileRefused> {
    return this.profiles.save(actor, input);
  }
}
