import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Access } from '@preau/shared-api';
import { OidcProviders } from './oidc-providers';

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
  constructor(private readonly providers: OidcProviders) {}

  @Query(() => [IdentityProvider])
  @Access('public', { cacheSeconds: 60 })
  identityProviders(): IdentityProvider[] {
    return this.providers.all.map(({ name, label, preset }) => ({
      name,
      label,
      isProConnect: preset === 'proconnect',
    }));
  }
}
