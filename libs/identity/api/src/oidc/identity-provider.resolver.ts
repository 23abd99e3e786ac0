import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { OidcProviders } from './oidc-providers';
import { SignOutUrlService } from './sign-out-url.service';

@ObjectType({ description: 'Somebody else who says who people are (OpenID Connect).' })
export class IdentityProvider {
  @Field({ description: 'Signing in with it begins at `/auth/<name>`.' })
  name: string;

  @Field({ description: 'What follows « Se connecter avec ».' })
  label: string;

  @Field({ description: 'ProConnect, which asks for a button of its own.' })
  isProConnect: boolean;
}

@Resolver()
export class IdentityProviderResolver {
  constructor(
    private readonly providers: OidcProviders,
    private readonly signOutUrls: SignOutUrlService,
  ) {}

  @Query(() => [IdentityProvider])
  @Access('public', { cacheSeconds: 60 })
  identityProviders(): IdentityProvider[] {
    return this.providers.all.map(({ name, label, preset }) => ({
      name,
      label,
      isProConnect: preset === 'proconnect',
    }));
  }

  @Query(() => String, {
    nullable: true,
    description:
      'Asked before `signOut`: where to go after it, to end the session at the provider that opened it.',
  })
  @Access('public')
  signOutUrl(@CurrentActor() actor: Actor): Promise<string | null> {
    return this.signOutUrls.of(actor);
  }
}
