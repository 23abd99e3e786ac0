import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, type Connection } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import {
  DeleteSynonymsResult,
  SaveSynonymsInput,
  SaveSynonymsResult,
  SynonymGroupConnection,
  type SynonymGroup,
} from './synonym.types';
import { SynonymsService } from './synonyms.service';

@Resolver()
export class SynonymsResolver {
  constructor(private readonly service: SynonymsService) {}

  @Query(() => SynonymGroupConnection, { description: 'In the order of their first terms.' })
  @Access('staff')
  synonyms(
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => ID, nullable: true }) after: string | null,
  ): Promise<Connection<SynonymGroup>> {
    return this.service.list(first, after);
  }

  @Mutation(() => SaveSynonymsResult)
  @Access('staff')
  saveSynonyms(
    @CurrentActor() actor: Actor,
    @Args('input') input: SaveSynonymsInput,
  ): Promise<typeof SaveSynonymsResult> {
    return this.service.save(actor, input);
  }

  @Mutation(() => DeleteSynonymsResult)
  @Access('staff')
  deleteSynonyms(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<typeof DeleteSynonymsResult> {
    return this.service.delete(actor, id);
  }
}
