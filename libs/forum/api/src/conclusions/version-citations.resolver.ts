import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { ConclusionReading } from './conclusion-reading.service';
import { Citation, ConclusionVersion } from './conclusion.types';

@Resolver(() => ConclusionVersion)
export class VersionCitationsResolver {
  constructor(private readonly reading: ConclusionReading) {}

  @ResolveField(() => [Citation], { description: 'The messages that this version cites.' })
  citations(@CurrentActor() actor: Actor, @Parent() { body }: ConclusionVersion) {
    return this.reading.citations(actor, body);
  }
}
