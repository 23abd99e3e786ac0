import { Inject } from '@nestjs/common';
import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Access } from './access';
import { CONFIG, type Config } from './config';

@ObjectType({ description: 'What this deployment is, for the page frame.' })
export class Site {
  @Field({ description: 'A demonstration on one machine: mails are shown instead of sent.' })
  embedded: boolean;

  @Field({ description: 'Roles with rights want a second factor; false only in a demonstration.' })
  secondFactor: boolean;

  @Field({ description: 'A service of the State, which has the right to its visual identity.' })
  stateInstance: boolean;
}

@Resolver(() => Site)
export class SiteResolver {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Query(() => Site)
  @Access('public', { cacheSeconds: 60 })
  site(): Site {
    const { EMBEDDED, SECOND_FACTOR, STATE_INSTANCE } = this.config;
    return { embedded: EMBEDDED, secondFactor: SECOND_FACTOR, stateInstance: STATE_INSTANCE };
  }
}
