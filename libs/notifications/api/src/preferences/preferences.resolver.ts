import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, signedIn } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import {
  MailPreferencesChosen,
  SaveMailPreferencesInput,
  SaveMailPreferencesResult,
  UnsubscribeResult,
} from './preference.types';
import { Preferences } from './preferences.service';

@Resolver()
export class PreferencesResolver {
  constructor(private readonly service: Preferences) {}

  @Query(() => MailPreferencesChosen)
  @Access('signed-in')
  mailPreferences(@CurrentActor() actor: Actor): Promise<MailPreferencesChosen> {
    return this.service.of(signedIn(actor));
  }

  @Mutation(() => SaveMailPreferencesResult)
  @Access('signed-in')
  saveMailPreferences(
    @CurrentActor() actor: Actor,
    @Args('input') input: SaveMailPreferencesInput,
  ): Promise<typeof SaveMailPreferencesResult> {
    return this.service.save(signedIn(actor), input);
  }

  @Query(() => UnsubscribeResult, { description: 'What the link of a mail ends. Looking ends nothing.' })
  @Access('public')
  unsubscription(@Args('token') token: string): Promise<typeof UnsubscribeResult> {
    return this.service.look(token);
  }

  @Mutation(() => UnsubscribeResult, { description: 'For the holder of a mail, signed in or not.' })
  @Access('public')
  unsubscribe(@Args('token') token: string): Promise<typeof UnsubscribeResult> {
    return this.service.unsubscribe(token);
  }
}
