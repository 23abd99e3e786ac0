import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource } from 'typeorm';
import type { OppositionState } from '@preau/identity-domain';
import { Access, CurrentActor, RequestLoader, type RequestContext } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Account } from '../accounts/account.entity';
import { Processing } from '../processings/processing.types';
import { processingOf } from '../processings/processings';
import { Opposition, OppositionStates } from './opposition.entity';
import {
  AnswerOppositionInput,
  AnswerOppositionResult,
  OpposeInput,
  OpposeResult,
  OppositionConnection,
} from './opposition.types';
import { Oppositions } from './oppositions.service';

@Resolver(() => Opposition)
export class OppositionResolver {
  private readonly names = new RequestLoader<string, string>(async (ids) => {
    const people = await this.database.manager.find(Account, {
      select: { id: true, displayName: true },
      where: { id: In([...ids]) },
    });
    return ids.map((id) => people.find((person) => person.id === id)?.displayName ?? '');
  });

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly service: Oppositions,
  ) {}

  @Mutation(() => OpposeResult)
  @Access('signed-in')
  oppose(@CurrentActor() actor: Actor, @Args('input') input: OpposeInput) {
    return this.service.file(actor, input);
  }

  @Query(() => [Opposition])
  @Access('signed-in')
  myOppositions(@CurrentActor() actor: Actor): Promise<Opposition[]> {
    return this.service.mine(actor);
  }

  @Query(() => OppositionConnection, { description: 'Staff: the oldest first.' })
  @Access('staff')
  oppositions(
    @Args('state', { type: () => OppositionStates, defaultValue: 'open' }) state: OppositionState,
    @Args('first', { type: () => Int, nullable: true }) first?: number | null,
    @Args('after', { type: () => ID, nullable: true }) after?: string | null,
  ) {
    return this.service.queue({ state, first: first ?? null, after: after ?? null });
  }

  @Mutation(() => AnswerOppositionResult)
  @Access('staff')
  answerOpposition(@CurrentActor() actor: Actor, @Args('input') input: AnswerOppositionInput) {
    return this.service.answer(actor, input);
  }

  @ResolveField(() => Processing, { nullable: true, description: 'None: it has left the register.' })
  processing(@Parent() { processing }: Opposition): Processing | null {
    return processingOf(processing) ?? null;
  }

  @ResolveField(() => String, { description: 'The display name of whoever objects.' })
  person(@Parent() { accountId }: Opposition, @Context() context: RequestContext): Promise<string> {
    return this.names.of(context, accountId);
  }
}
