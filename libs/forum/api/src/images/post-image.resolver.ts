import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '@preau/shared-api';
import type { PostView } from '../posts/post-view';
import { Post } from '../posts/post.types';
import { PostImage } from './post-image.types';
import { PostImages } from './post-images';

@Resolver(() => Post)
export class PostImageResolver {
  constructor(private readonly service: PostImages) {}

  @ResolveField(() => [PostImage], { description: 'Four at most.' })
  images(@Context() context: RequestContext, @Parent() post: PostView) {
    return this.service.of(context, post);
  }
}
