import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access } from '@preau/shared-api';
import { AmendResponseInput, Response, SubmitResponseInput, SubmitResponseResult } from './response.types';
import { ResponsesService } from './responses.service';

@Resolver(() => Response)
export class ResponseResolver {
  constructor(private readonly responses: ResponsesService) {}

  @Query(() => Response, { nullable: true })
  @Access('public')
  response(@Args('code') code: string) {
    return this.responses.byCode(code);
  }

  @Mutation(() => SubmitResponseResult)
  @Access('public')
  submitResponse(@Args('input') input: SubmitResponseInput) {
    return this.responses.submit(input);
  }

  @Mutation(() => SubmitResponseResult)
  @Access('public')
  amendResponse(@Args('input') input: AmendResponseInput) {
    return this.responses.amend(input);
  }
}
