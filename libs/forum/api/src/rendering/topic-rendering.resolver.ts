import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { TopicView } from '../topics/topic-view';
import { Topic } from '../topics/topic.types';
import { EXCERPT, excerptLength } from './excerpt-length';
import { Rendered } from './rendered';
import { wordsOf } from './words-of';

@Resolver(() => Topic)
export class TopicRenderingResolver {
  constructor(private readonly rendered: Rendered) {}

  @ResolveField(() => String, {
    nullable: true,
    description: '`body` as safe HTML with whole addresses, for other sites and tools.',
  })
  bodyHtml(@Parent() { opening }: TopicView) {
    const words = wordsOf(opening);
    return words && this.rendered.html(words);
  }

  @ResolveField(() => String, { nullable: true, description: '`conclusion` as safe HTML.' })
  conclusionHtml(@Parent() { id, conclusion, concludedAt }: TopicView) {
    if (conclusion === null) return null;
    return this.rendered.html({
      id,
      revision: `conclusion ${concludedAt?.getTime() ?? ''}`,
      body: conclusion,
    });
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'How it begins, in plain text on one line: at most `length` characters, which is at most 300.',
  })
  excerpt(
    @Parent() { opening }: TopicView,
    @Args('length', { type: () => Int, defaultValue: EXCERPT.usual }) length: number,
  ) {
    const asked = excerptLength(length);
    const words = wordsOf(opening);
    return words && this.rendered.excerpt(words, asked);
  }
}
