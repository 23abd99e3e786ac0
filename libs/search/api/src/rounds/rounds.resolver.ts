import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { SearchKind } from '@preau/search-domain';
import { Access, CurrentActor, type CountedConnection } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { SearchKinds } from '../searching/search.types';
import { SearchRoundConnection, SearchRoundResult, type SearchRoundView } from './round.types';
import { SearchRounds } from './rounds.service';

@Resolver()
export class SearchRoundsResolver {
  constructor(private readonly rounds: SearchRounds) {}

  @Query(() => SearchRoundConnection, { description: 'The latest first.' })
  @Access('staff')
  searchRounds(
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => ID, nullable: true }) after: string | null,
  ): Promise<CountedConnection<SearchRoundView>> {
    return this.rounds.list(first, after);
  }

  @Mutation(() => SearchRoundResult)
  @Access('staff')
  beginSearchRound(
    @CurrentActor() actor: Actor,
    @Args('kind', { type: () => SearchKinds }) kind: SearchKind,
    @Args('isCheck') isCheck: boolean,
  ): Promise<typeof SearchRoundResult> {
    return this.rounds.begin(actor, kind, isCheck);
  }

  @Mutation(() => SearchRoundResult, { description: 'What it has put right stays so.' })
  @Access('staff')
  stopSearchRound(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<typeof SearchRoundResult> {
    return this.rounds.stop(actor, id);
  }
}
