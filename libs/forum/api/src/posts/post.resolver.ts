import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  Int,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Access, CurrentActor, isUuid, signedIn, type RequestContext } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { PostView } from './post-view';
import { Post, PostConnection } from './post.types';
import { PostsService } from './posts.service';

@ArgsType()
class RepliesArgs {
  @Field(() => Int, { nullable: true })
  first?: number | null;

  @Field(() => ID, { nullable: true })
  after?: string | null;
}

@Resolver(() => Post)
export class PostResolver {
  constructor(private readonly service: PostsService) {}

  @Query(() => Post, { nullable: true })
  @Access('public', { cacheSeconds: 5 })
  async post(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string) {
    const [post] = isUuid(id) ? await this.service.byIds(actor, [id]) : [];
    return post ?? null;
  }

  @Query(() => PostConnection, {
    description: 'What one wrote and did not delete, opening messages included: the latest first.',
  })
  @Access('signed-in')
  myPosts(@CurrentActor() actor: Actor, @Args() asked: RepliesArgs) {
    return this.service.writtenBy(signedIn(actor), asked);
  }

  @ResolveField(() => PostConnection, { description: 'Replies to this very message, the oldest first.' })
  replies(
    @CurrentActor() actor: Actor,
    @Context() context: RequestContext,
    @Parent() post: PostView,
    @Args() asked: RepliesArgs,
  ) {
    return this.service.replies(context, actor, post, asked);
  }

  @ResolveField(() => PostConnection, {
    description:
      'For a reply to the topic: all that hangs under it, the oldest first, so that what is answered comes before its answers.',
  })
  branch(
    @CurrentActor() actor: Actor,
    @Context() context: RequestContext,
    @Parent() post: PostView,
    @Args() asked: RepliesArgs,
  ) {
    return this.service.replies(context, actor, post, asked, true);
  }

  @ResolveField(() => [Post], {
    description: 'The messages it hangs under, from the reply to the topic down.',
  })
  ancestors(@CurrentActor() actor: Actor, @Parent() post: PostView) {
    return this.service.ancestors(actor, post);
  }
}
