import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Theme } from '@preau/consultation-api';
import { CurrentActor, type RequestContext } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { FollowingService } from './following.service';

@Resolver(() => Theme)
export class ThemeFollowingResolver {
  constructor(private readonly service: FollowingService) {}

  @ResolveField(() => Boolean, {
    description: 'Whether the person who asks is told of the topics that begin in it.',
  })
  isFollowed(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Parent() { id }: Theme) {
    return this.service.followsTheme(context, actor, id);
  }
}
