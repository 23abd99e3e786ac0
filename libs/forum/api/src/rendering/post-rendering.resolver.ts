import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { PostView } from '../posts/post-view';
import { Post } from '../posts/post.types';
import { EXCERPT, excerptLength } from './excerpt-length';
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

  @ResolveField(() => String, {
    nullable: true,
    description:
      'How it begins, in plain text on one line: at most `length` characters, which is at most 300.',
  })
  excerpt(
    @Parent() post: PostView,
    @Args('length', { type: () => Int, defaultValue: EXCERPT.usual }) length: number,
  ) {
    const asked = excerptLength(length);
    const words = wordsOf(post);
    return words && this.rendered.excerpt(words, asked);
  }
}
