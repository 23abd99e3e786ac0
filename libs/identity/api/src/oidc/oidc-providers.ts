import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { CLOCK_TOLERANCE } from '@preau/identity-domain';
import { CONFIG, type Config, type OidcProvider } from '@preau/shared-api';
import { OidcRefused } from './oidc-refused';

/** How long what a provider says of itself is believed; its keys are looked after by openid-client. */
const METADATA_MS = 3_600_000;
/** How long a provider that did not answer is left alone: people waiting for it would wait one after the other. */
const SILENCE_MS = 10_000;

interface Met {
  readonly client: Promise<oidc.Configuration>;
  readonly until: number;
}

/** The providers of the settings, met when somebody first needs them: one that is down delays no start. */
@Injectable()
export class OidcProviders {
  private readonly met = new Map<string, Met>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get all(): readonly OidcProvider[] {
    return this.config.providers;
  }

  /** Throws UNKNOWN_PROVIDER. */
  named(name: string): OidcProvider {
    const provider = this.all.find((one) => one.name === name);
    if (!provider) throw new OidcRefused('UNKNOWN_PROVIDER');
    return provider;
  }

  callbackUrl({ name }: OidcProvider): string {
    return `${this.config.publicUrl}/auth/${name}/callback`;
  }

  /** Where a provider leads back to after signing out there. */
  signedOutUrl({ name }: OidcProvider): string {
    return `${this.config.publicUrl}/auth/${name}/sortie`;
  }

  /** What openid-client knows of a provider. Throws UNAVAILABLE when it does not say, in `OIDC_TIMEOUT` seconds at most. */
  async clientOf(provider: OidcProvider): Promise<oidc.Configuration> {
    const known = this.met.get(provider.name);
    if (known && known.until > Date.now()) return known.client;
    const client = discover(provider, this.config.OIDC_TIMEOUT);
    this.met.set(provider.name, { client, until: Date.now() + METADATA_MS });
    client.catch(() => this.met.set(provider.name, { client, until: Date.now() + SILENCE_MS }));
    return client;
  }
}

async function discover(provider: OidcProvider, timeout: number): Promise<oidc.Configuration> {
  const { issuer, clientId, clientSecret, clientAuthentication } = provider;
  const metadata = {
    [oidc.clockTolerance]: CLOCK_TOLERANCE,
    id_token_signed_response_alg: provider.idTokenAlgorithm,
    ...(provider.userinfo === 'signed' && { userinfo_signed_response_alg: provider.userinfoAlgorithm }),
  };
  const authentication =
    clientAuthentication === 'basic'
      ? oidc.ClientSecretBasic(clientSecret)
      : oidc.ClientSecretPost(clientSecret);
  // Signatures are checked though TLS led to the provider; plain HTTP is for one machine only, as the settings see to.
  const execute = [
    oidc.enableNonRepudiationChecks,
    ...(issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : []),
  ];
  const found = await oidc
    .discovery(new URL(issuer), clientId, metadata, authentication, { timeout, execute })
    .catch((error: unknown) => {
      throw new OidcRefused('UNAVAILABLE', error);
    });
  // openid-client compares addresses as it reads them; the specification wants them equal, character by character.
  if (found.serverMetadata().issuer !== issuer) throw new OidcRefused('UNAVAILABLE', 'another issuer');
  return found;
}
