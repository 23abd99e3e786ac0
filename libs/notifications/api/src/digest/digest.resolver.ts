import { Args, Field, ID, Int, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import type { DigestFrequency } from '@preau/notifications-domain';
import { Access, connectionOf, type CountedConnection } from '@preau/shared-api';
import { Digests } from './digests.service';

const Frequencies = { DAILY: 'DAILY', WEEKLY: 'WEEKLY' };
registerEnumType(Frequencies, { name: 'DigestFrequency' });

@ObjectType('DigestRun', { description: 'One digest on its way to everybody.' })
export class DigestProgress {
  @Field(() => ID)
  id: string;

  @Field(() => Frequencies)
  frequency: DigestFrequency;

  @Field({ description: 'A day (2026-11-22) or a week (2026-W47).' })
  period: string;

  @Field(() => Int, { description: 'People with something new.' })
  total: number;

  @Field(() => Int, { description: 'Of them: those it has come to.' })
  done: number;

  @Field(() => Int, { description: 'Of those done: who is sent a mail.' })
  mailed: number;

  @Field()
  startedAt: Date;

  @Field(() => Date, { nullable: true })
  finishedAt: Date | null;
}

const DigestRunConnection = connectionOf(DigestProgress);

@Resolver()
export class DigestResolver {
  constructor(private readonly service: Digests) {}

  @Query(() => DigestRunConnection)
  @Access('admin')
  digestRuns(
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => ID, nullable: true }) after: string | null,
  ): Promise<CountedConnection<DigestProgress>> {
    return this.service.list(first, after);
  }
}
