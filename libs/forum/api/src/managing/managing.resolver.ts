import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, signedIn } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { ManageTopicResult } from './managing.types';
import { ManagingService } from './managing.service';

const topic = () => Args('topicId', { type: () => ID });

@Resolver()
export class ManagingResolver {
  constructor(private readonly service: ManagingService) {}

  @Mutation(() => ManageTopicResult, { description: 'Keeps a topic at the head of its lists, or no more.' })
  @Access('signed-in')
  pinTopic(@CurrentActor() actor: Actor, @topic() id: string, @Args('pinned') isPinned: boolean) {
    return this.service.pin(signedIn(actor), id, isPinned);
  }

  @Mutation(() => ManageTopicResult, { description: 'Ends the writing in a topic, or opens it again.' })
  @Access('signed-in')
  lockTopic(
    @CurrentActor() actor: Actor,
    @topic() id: string,
    @Args('locked') isLocked: boolean,
    @Args('reason', {
      type: () => String,
      nullable: true,
      description: 'Told to its readers; asked for when it is locked.',
    })
    reason?: string | null,
  ) {
    return this.service.lock(signedIn(actor), id, isLocked, reason ?? null);
  }

  @Mutation(() => ManageTopicResult, {
    description: 'At most one message of each person in that many seconds; 0: as they like.',
  })
  @Access('signed-in')
  slowTopic(
    @CurrentActor() actor: Actor,
    @topic() id: string,
    @Args('seconds', { type: () => Int }) slowSeconds: number,
  ) {
    return this.service.slow(signedIn(actor), id, slowSeconds);
  }

  @Mutation(() => ManageTopicResult, {
    description: 'Says which reply answers a topic; none: no reply does.',
  })
  @Access('signed-in')
  markSolved(
    @CurrentActor() actor: Actor,
    @topic() id: string,
    @Args('postId', { type: () => ID, nullable: true }) postId?: string | null,
  ) {
    return this.service.markSolved(signedIn(actor), id, postId ?? null);
  }
}
