import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, signedIn } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import {
  ForumDraft,
  ForumDraftConnection,
  SaveForumDraftInput,
  SaveForumDraftResult,
} from './forum-draft.types';
import { ForumDrafts } from './forum-drafts.service';

@Resolver(() => ForumDraft)
export class ForumDraftResolver {
  constructor(private readonly service: ForumDrafts) {}

  @Query(() => ForumDraft, { nullable: true, description: 'One’s own draft of that key.' })
  @Access('signed-in')
  forumDraft(@CurrentActor() actor: Actor, @Args('key') key: string) {
    return this.service.byKey(signedIn(actor), key);
  }

  @Query(() => ForumDraftConnection, { description: 'One’s own drafts, the latest saved first.' })
  @Access('signed-in')
  forumDrafts(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, nullable: true }) first?: number | null,
    @Args('after', { type: () => ID, nullable: true }) after?: string | null,
  ) {
    return this.service.list(signedIn(actor), first, after);
  }

  @Mutation(() => SaveForumDraftResult, {
    description:
      'Goes when the message is sent with its key as `draftKey`, or thirty days after it was last saved.',
  })
  @Access('signed-in')
  saveForumDraft(@CurrentActor() actor: Actor, @Args('input') input: SaveForumDraftInput) {
    return this.service.save(signedIn(actor), input);
  }

  @Mutation(() => Boolean, { description: 'Throws a draft of one’s own away.' })
  @Access('signed-in')
  deleteForumDraft(@CurrentActor() actor: Actor, @Args('key') key: string) {
    return this.service.delete(signedIn(actor), key);
  }
}
