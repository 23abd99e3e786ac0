import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, SentFrom, signedIn, type NetworkPlace } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { PostView } from '../posts/post-view';
import { Post } from '../posts/post.types';
import { EditPostInput, PostChangeResult, PostRevisionConnection } from './own-post.types';
import { OwnPostsService } from './own-posts.service';

@Resolver(() => Post)
export class OwnPostResolver {
  constructor(private readonly service: OwnPostsService) {}

  @Mutation(() => PostChangeResult)
  @Access('signed-in')
  editPost(
    @CurrentActor() actor: Actor,
    @SentFrom() from: NetworkPlace,
    @Args('input') input: EditPostInput,
  ) {
    return this.service.edit(signedIn(actor), from, input);
  }

  @Mutation(() => PostChangeResult, {
    description: 'Withdraws one’s words; a trace keeps the place in the thread.',
  })
  @Access('signed-in')
  deletePost(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string) {
    return this.service.delete(signedIn(actor), id);
  }

  @ResolveField(() => PostRevisionConnection, { description: 'What it said before, the latest first.' })
  revisions(
    @Parent() post: PostView,
    @Args('first', { type: () => Int, nullable: true }) first?: number | null,
    @Args('after', { type: () => ID, nullable: true }) after?: string | null,
  ) {
    return this.service.revisions(post, first, after);
  }
}
