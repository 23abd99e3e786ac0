import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { MyAnswersService } from '../my-answers/my-answers.service';
import { AmendResponseInput, Response, SubmitResponseInput, SubmitResponseResult } from './response.types';
import { ResponsesService } from './responses.service';

@Resolver(() => Response)
export class ResponseResolver {
  constructor(
    private readonly responses: ResponsesService,
    private readonly mine: MyAnswersService,
  ) {}

  @Query(() => Response, { nullable: true })
  @Access('public')
  response(@Args('code') code: string) {
    return this.responses.byCode(code);
  }

  @Mutation(() => SubmitResponseResult)
  @Access('public')
  submitResponse(@CurrentActor() actor: Actor, @Args('input') input: SubmitResponseInput) {
    return this.mine.submit(actor, input);
  }

  @Mutation(() => SubmitResponseResult)
  @Access('public')
  amendResponse(@Args('input') input: AmendResponseInput) {
    return this.responses.amend(input);
  }
}
