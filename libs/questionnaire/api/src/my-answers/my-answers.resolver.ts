import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor } from '@preau/shared-api';
import type { SignedIn } from '@preau/shared-domain';
import { MyAnswersService } from './my-answers.service';
import { MyAnswer } from './my-answers.types';

@Resolver(() => MyAnswer)
export class MyAnswersResolver {
  constructor(private readonly answers: MyAnswersService) {}

  @Query(() => MyAnswer, { nullable: true })
  @Access('signed-in')
  myAnswer(
    @CurrentActor() actor: SignedIn,
    @Args('questionnaireId', { type: () => ID }) questionnaireId: string,
  ): Promise<MyAnswer | null> {
    return this.answers.of(actor, questionnaireId);
  }
}
