import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { InjectDataSource } from '@nestjs/typeorm';
import { slowUntil } from '@preau/forum-domain';
import { CurrentActor } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import type { DataSource } from 'typeorm';
import { isTeam } from '../posts/post-view';
import type { TopicView } from '../topics/topic-view';
import { Topic } from '../topics/topic.types';
import { lastInTopic } from './writing.queries';

/** When slow mode lets whoever asks write again. */
@Resolver(() => Topic)
export class TopicPaceResolver {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  @ResolveField(() => Date, {
    nullable: true,
    description: 'In slow mode, when the person who asks may write in it again; none when they may now.',
  })
  async mayWriteAt(@CurrentActor() actor: Actor, @Parent() { id, slowSeconds }: TopicView) {
    if (slowSeconds === 0 || actor.kind !== 'account' || isTeam(actor)) return null;
    return slowUntil(slowSeconds, await lastInTopic(this.database, actor.accountId, id), new Date());
  }
}
