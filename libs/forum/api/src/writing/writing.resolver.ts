import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, SentFrom, signedIn, type NetworkPlace } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { CreateTopicInput, CreateTopicResult, ReplyResult, ReplyToTopicInput } from './writing.types';
import { WritingService } from './writing.service';

@Resolver()
export class WritingResolver {
  constructor(private readonly service: WritingService) {}

  @Mutation(() => CreateTopicResult)
  @Access('signed-in')
  createTopic(
    @CurrentActor() actor: Actor,
    @SentFrom() from: NetworkPlace,
    @Args('input') input: CreateTopicInput,
  ) {
    return this.service.createTopic(signedIn(actor), from, input);
  }

  @Mutation(() => ReplyResult)
  @Access('signed-in')
  replyToTopic(
    @CurrentActor() actor: Actor,
    @SentFrom() from: NetworkPlace,
    @Args('input') input: ReplyToTopicInput,
  ) {
    return this.service.reply(signedIn(actor), from, input);
  }
}
