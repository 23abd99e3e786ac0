import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, connectionOf } from '@preau/shared-api';
import { EstablishmentConnection } from '../establishments/establishments.resolver';
import { Network } from './network.entity';
import { NetworksService } from './networks.service';

const NetworkConnection = connectionOf(Network);

@Resolver(() => Network)
export class NetworksResolver {
  constructor(private readonly service: NetworksService) {}

  @Query(() => NetworkConnection)
  @Access('public', { cacheSeconds: 60 })
  networks(
    @Args('academie', { type: () => String, nullable: true }) academie?: string,
    @Args('search', { type: () => String, nullable: true }) search?: string,
    @Args('first', { type: () => Int, nullable: true }) first?: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ) {
    return this.service.find({ academie, search, first, after });
  }

  @Query(() => Network, { nullable: true })
  @Access('public', { cacheSeconds: 60 })
  network(@Args('id', { type: () => ID }) id: string): Promise<Network | null> {
    return this.service.byId(id);
  }

  @ResolveField(() => EstablishmentConnection)
  establishments(
    @Parent() { id }: Network,
    @Args('first', { type: () => Int, nullable: true }) first?: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ) {
    return this.service.members(id, first, after);
  }
}
