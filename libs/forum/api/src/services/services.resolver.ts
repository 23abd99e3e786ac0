import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, signedIn } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import {
  ForumServiceConnection,
  SaveForumServiceInput,
  SaveForumServiceResult,
} from '../managing/managing.types';
import { ServicesService } from './services.service';

@Resolver()
export class ServicesResolver {
  constructor(private readonly service: ServicesService) {}

  @Query(() => ForumServiceConnection, {
    description: 'The services that answer under their names, by name.',
  })
  @Access('public', { cacheSeconds: 5 })
  forumServices(
    @Args('first', { type: () => Int, nullable: true }) first?: number | null,
    @Args('after', { type: () => ID, nullable: true }) after?: string | null,
  ) {
    return this.service.list(false, first, after);
  }

  @Query(() => ForumServiceConnection, {
    description: 'For staff: every service by name, those that no longer write as well.',
  })
  @Access('staff')
  managedForumServices(
    @Args('first', { type: () => Int, nullable: true }) first?: number | null,
    @Args('after', { type: () => ID, nullable: true }) after?: string | null,
  ) {
    return this.service.list(true, first, after);
  }

  @Mutation(() => SaveForumServiceResult)
  @Access('staff')
  saveForumService(@CurrentActor() actor: Actor, @Args('input') input: SaveForumServiceInput) {
    return this.service.save(signedIn(actor), input);
  }

  @Mutation(() => SaveForumServiceResult, {
    description: 'A service that ends writes no more, until it is taken up again; what it wrote stays.',
  })
  @Access('staff')
  endForumService(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('ended') isEnded: boolean,
  ) {
    return this.service.end(signedIn(actor), id, isEnded);
  }
}
