import { Args, Context, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, signedIn, type RequestContext } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import type { TopicView } from '../topics/topic-view';
import { Topic } from '../topics/topic.types';
import { ReadingService } from './reading.service';
import { ReadResult } from './reading.types';

@Resolver(() => Topic)
export class ReadingResolver {
  constructor(private readonly service: ReadingService) {}

  @Mutation(() => ReadResult, {
    description: 'Says that one has read a topic up to a message of it. One’s place moves forwards only.',
  })
  @Access('signed-in')
  markTopicRead(
    @CurrentActor() actor: Actor,
    @Args('topicId', { type: () => ID }) topicId: string,
    @Args('postId', { type: () => ID }) postId: string,
  ) {
    return this.service.markRead(signedIn(actor), topicId, postId);
  }

  @ResolveField(() => Int, {
    nullable: true,
    description:
      'Messages of others since the last one read; 100: a hundred or more. None for a visitor, or one who has not opened it.',
  })
  async unreadCount(
    @CurrentActor() actor: Actor,
    @Context() context: RequestContext,
    @Parent() { id }: TopicView,
  ) {
    return (await this.service.place(context, actor, id))?.unread ?? null;
  }

  @ResolveField(() => ID, {
    nullable: true,
    description: 'The first message of others since the last one read.',
  })
  async firstUnreadId(
    @CurrentActor() actor: Actor,
    @Context() context: RequestContext,
    @Parent() { id }: TopicView,
  ) {
    return (await this.service.place(context, actor, id))?.firstUnreadId ?? null;
  }

  @ResolveField(() => Date, {
    nullable: true,
    description: 'When the last message read was written: what came later is new.',
  })
  async lastReadAt(
    @CurrentActor() actor: Actor,
    @Context() context: RequestContext,
    @Parent() { id }: TopicView,
  ) {
    return (await this.service.place(context, actor, id))?.readUntil ?? null;
  }
}
