import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access } from '@preau/shared-api';
import { Draft, SaveDraftInput, SaveDraftResult } from './draft.types';
import { DraftsService } from './drafts.service';

@Resolver(() => Draft)
export class DraftResolver {
  constructor(private readonly drafts: DraftsService) {}

  @Query(() => Draft, { nullable: true })
  @Access('public')
  draft(@Args('token') token: string) {
    return this.drafts.byToken(token);
  }

  @Mutation(() => SaveDraftResult)
  @Access('public')
  saveDraft(@Args('input') input: SaveDraftInput) {
    return this.drafts.save(input);
  }
}
