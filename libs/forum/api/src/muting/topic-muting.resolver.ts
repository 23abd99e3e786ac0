import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, type RequestContext } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import type { TopicView } from '../topics/topic-view';
import { Topic } from '../topics/topic.types';
import { MutingService } from './muting.service';

@Resolver(() => Topic)
export class TopicMutingResolver {
  constructor(private readonly service: MutingService) {}

  @ResolveField(() => Boolean, { description: 'Whether the person who asks muted whoever opened it.' })
  isMuted(
    @CurrentActor() actor: Actor,
    @Context() context: RequestContext,
    @Parent() { opening }: TopicView,
  ) {
    return this.service.isMuted(context, actor, opening);
  }
}
