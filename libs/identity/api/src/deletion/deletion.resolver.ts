import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Account } from '../accounts/account.entity';
import { DeletionService } from './deletion.service';
import { DeleteAccountResult, type DeletionPlanned, type DeletionRefused } from './deletion.types';

@Resolver()
export class DeletionResolver {
  constructor(private readonly deletions: DeletionService) {}

  @Mutation(() => DeleteAccountResult)
  @Access('signed-in')
  deleteMyAccount(
    @Args('confirmation') confirmation: string,
    @CurrentActor() actor: Actor,
  ): Promise<DeletionPlanned | DeletionRefused> {
    return this.deletions.request(actor, confirmation);
  }

  @Mutation(() => Account)
  @Access('signed-in')
  cancelAccountDeletion(@CurrentActor() actor: Actor): Promise<Account> {
    return this.deletions.cancel(actor);
  }
}
