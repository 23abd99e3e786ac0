import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Access, connectionOf } from '@preau/shared-api';
import { Establishment } from './establishment.entity';
import { EstablishmentsService } from './establishments.service';

export const EstablishmentConnection = connectionOf(Establishment);

@Resolver(() => Establishment)
export class EstablishmentsResolver {
  constructor(private readonly directory: EstablishmentsService) {}

  @Query(() => EstablishmentConnection, {
    description: 'Open establishments whose name, commune or number have these words, in any order.',
  })
  @Access('public')
  establishments(
    @Args('search', { type: () => String, nullable: true }) search?: string,
    @Args('departement', { type: () => String, nullable: true }) departement?: string,
    @Args('first', { type: () => Int, nullable: true }) first?: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ) {
    return this.directory.find({ search, departement, first, after });
  }

  @Query(() => Establishment, { nullable: true })
  @Access('public', { cacheSeconds: 60 })
  establishment(@Args('uai', { type: () => ID }) uai: string): Promise<Establishment | null> {
    return this.directory.byUai(uai);
  }
}
