import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, signedIn, type RequestContext } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { DraftPlaces } from './draft-places';
import {
  ForumDraft,
  ForumDraftConnection,
  SaveForumDraftInput,
  SaveForumDraftResult,
} from './forum-draft.types';
import { ForumDrafts } from './forum-drafts.service';

@Resolver(() => ForumDraft)
export class ForumDraftResolver {
  constructor(
    private readonly service: ForumDrafts,
    private readonly places: DraftPlaces,
  ) {}

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

  @ResolveField(() => String, {
    nullable: true,
    description: 'The title of its topic, or the name of the theme of one to begin; null when that is gone.',
  })
  async subject(
    @CurrentActor() actor: Actor,
    @Context() context: RequestContext,
    @Parent() draft: ForumDraft,
  ) {
    return (await this.places.of(context, signedIn(actor).accountId, draft))?.subject ?? null;
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'The page where it is taken up again, from the site’s root; null when what it was for is gone.',
  })
  async path(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Parent() draft: ForumDraft) {
    return (await this.places.of(context, signedIn(actor).accountId, draft))?.path ?? null;
  }
}
