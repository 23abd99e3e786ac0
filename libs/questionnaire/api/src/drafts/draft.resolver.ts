import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { MyAnswersService } from '../my-answers/my-answers.service';
import { Draft, SaveDraftInput, SaveDraftResult } from './draft.types';
import { DraftsService } from './drafts.service';

@Resolver(() => Draft)
export class DraftResolver {
  constructor(
    private readonly drafts: DraftsService,
    private readonly mine: MyAnswersService,
  ) {}

  @Query(() => Draft, { nullable: true })
  @Access('public')
  draft(@Args('token') token: string) {
    return this.drafts.byToken(token);
  }

  @Mutation(() => SaveDraftResult)
  @Access('public')
  saveDraft(@CurrentActor() actor: Actor, @Args('input') input: SaveDraftInput) {
    return this.mine.saveDraft(actor, input);
  }
}
