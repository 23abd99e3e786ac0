import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, signedIn } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { ManageTopicResult } from '../managing/managing.types';
import type { TopicView } from '../topics/topic-view';
import { Topic } from '../topics/topic.types';
import { ConclusionReading } from './conclusion-reading.service';
import {
  Citation,
  ConcludeTopicInput,
  ConclusionDraft,
  ConclusionVersionConnection,
  SaveConclusionDraftInput,
  SaveConclusionDraftResult,
} from './conclusion.types';
import { ConclusionsService } from './conclusions.service';

@Resolver(() => Topic)
export class ConclusionResolver {
  constructor(
    private readonly service: ConclusionsService,
    private readonly reading: ConclusionReading,
  ) {}

  @ResolveField(() => [Citation], { description: 'The messages that its conclusion cites.' })
  citations(
    @CurrentActor() actor: Actor,
    @Parent() { conclusion }: TopicView,
    @Args('of', {
      type: () => String,
      nullable: true,
      description: 'Markdown: what a text that is not published would cite instead.',
    })
    text?: string | null,
  ) {
    return typeof text === 'string'
      ? this.reading.citationsToBe(actor, text)
      : this.reading.citations(actor, conclusion);
  }

  @ResolveField(() => ConclusionVersionConnection, {
    description: 'What was concluded from it, version by version, the latest first.',
  })
  conclusionVersions(
    @Parent() { id }: TopicView,
    @Args('first', { type: () => Int, nullable: true }) first?: number | null,
    @Args('after', { type: () => ID, nullable: true }) after?: string | null,
  ) {
    return this.reading.versions(id, { first: first ?? null, after: after ?? null });
  }

  @ResolveField(() => ConclusionDraft, {
    nullable: true,
    description: 'For staff: what is not published yet.',
  })
  conclusionDraft(@CurrentActor() actor: Actor, @Parent() { id }: TopicView) {
    return this.reading.draft(actor, id);
  }

  @Mutation(() => ManageTopicResult, {
    description: 'Publishes a version of what is concluded from a topic.',
  })
  @Access('staff')
  concludeTopic(@CurrentActor() actor: Actor, @Args('input') input: ConcludeTopicInput) {
    return this.service.publish(signedIn(actor), input);
  }

  @Mutation(() => SaveConclusionDraftResult, {
    description: 'Saves the conclusion that staff are writing, under a revision each.',
  })
  @Access('staff')
  async saveConclusionDraft(@CurrentActor() actor: Actor, @Args('input') input: SaveConclusionDraftInput) {
    const saved = await this.service.saveDraft(signedIn(actor), input);
    return 'topic' in saved ? { draft: await this.reading.draft(actor, saved.topic.id) } : saved;
  }
}
