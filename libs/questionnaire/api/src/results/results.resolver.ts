import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { ResultFilter, Results } from './results.types';
import { ResultsService } from './results.service';

@Resolver(() => Results)
export class ResultsResolver {
  constructor(private readonly service: ResultsService) {}

  @Query(() => Results)
  @Access('public', { cacheSeconds: 2 })
  results(
    @CurrentActor() actor: Actor,
    @Args('questionnaireId', { type: () => ID }) questionnaireId: string,
    @Args('by', { type: () => String, nullable: true }) by: string | null,
    @Args('where', { type: () => [ResultFilter], nullable: true }) where: ResultFilter[] | null,
    @Args('section', { type: () => String, nullable: true }) section: string | null,
    @Args('exact', { type: () => Boolean, nullable: true, defaultValue: false }) exact: boolean | null,
  ): Promise<Results> {
    return this.service.results({ questionnaireId, by, where, section, exact: exact ?? false }, actor);
  }
}
