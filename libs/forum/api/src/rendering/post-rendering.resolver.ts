import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { PostView } from '../posts/post-view';
import { Post } from '../posts/post.types';
import { Rendered } from './rendered';
import { wordsOf } from './words-of';

@Resolver(() => Post)
export class PostRenderingResolver {
  constructor(private readonly rendered: Rendered) {}

  @ResolveField(() => String, {
    nullable: true,
    description: '`body` as safe HTML with whole addresses, for other sites and tools.',
  })
  bodyHtml(@Parent() post: PostView) {
    const words = wordsOf(post);
    return words && this.rendered.html(words);
  }
}
