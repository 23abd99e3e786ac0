import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor } from '@preau/shared-api';
import type { SignedIn } from '@preau/shared-domain';
import { KeptAnswersService } from './kept-answers.service';
import { KeptAnswer, KeptAnswerConnection, LinkResponseResult } from './kept-answers.types';

@Resolver(() => KeptAnswer)
export class KeptAnswersResolver {
  constructor(private readonly answers: KeptAnswersService) {}

  @Query(() => KeptAnswerConnection)
  @Access('signed-in')
  myAnswers(
    @CurrentActor() actor: SignedIn,
    @Args('first', { type: () => Int, nullable: true }) first?: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ) {
    return this.answers.list(actor, first, after);
  }

  @Mutation(() => LinkResponseResult)
  @Access('signed-in')
  linkResponse(@CurrentActor() actor: SignedIn, @Args('code') code: string) {
    return this.answers.link(actor, code);
  }

  @Mutation(() => Boolean)
  @Access('signed-in')
  unlinkResponse(@CurrentActor() actor: SignedIn, @Args('code') code: string): Promise<boolean> {
    return this.answers.unlink(actor, code);
  }
}
