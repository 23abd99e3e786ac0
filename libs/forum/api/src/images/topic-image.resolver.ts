import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@preau/shared-api';
import type { TopicView } from '../topics/topic-view';
import { Topic } from '../topics/topic.types';
import { PostImage } from './post-image.types';
import { PostImages } from './post-images';

@Resolver(() => Topic)
export class TopicImageResolver {
  constructor(private readonly service: PostImages) {}

  @ResolveField(() => [PostImage], { description: 'Of its opening message: four at most.' })
  images(@Context() context: RequestContext, @Parent() { opening }: TopicView) {
    return this.service.of(context, opening);
  }
}
