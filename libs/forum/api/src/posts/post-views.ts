import { Injectable } from '@nestjs/common';
import type { Actor } from '@preau/shared-domain';
import { Services } from '../services/services';
import { People } from './people';
import { PostView } from './post-view';
import type { FoundPost, TopicContext } from './post.queries';

/** Makes of messages that were read what somebody sees of them. */
@Injectable()
export class PostViews {
  constructor(
    private readonly people: People,
    private readonly services: Services,
  ) {}

  async of<Found extends FoundPost>(
    found: readonly Found[],
    contextOf: (post: Found) => TopicContext,
    actor: Actor,
  ): Promise<PostView[]> {
    const sightOf = await this.sights(found, contextOf, actor);
    return found.map((post) => new PostView(post, sightOf(post)));
  }

  /** With what each of these messages is seen. */
  async sights<Found extends FoundPost>(
    found: readonly Found[],
    contextOf: (post: Found) => TopicContext,
    actor: Actor,
  ) {
    const authors = await this.people.of(found.map(({ authorId }) => authorId));
    const services = await this.services.of(found.flatMap(({ serviceId }) => serviceId ?? []));
    const now = new Date();
    return (post: Found) => ({
      context: contextOf(post),
      author: authors.get(post.authorId) ?? null,
      official: services.get(post.serviceId ?? '') ?? null,
      actor,
      now,
    });
  }
}
