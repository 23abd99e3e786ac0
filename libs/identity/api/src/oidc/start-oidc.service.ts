import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import * as oidc from 'openid-client';
import { LessThan, type DataSource } from 'typeorm';
import { OIDC_MINUTES, safePath } from '@preau/identity-domain';
import type { OidcProvider } from '@preau/shared-api';
import { OidcProviders } from './oidc-providers';
import { OidcRequest } from './oidc-request.entity';

export const stateHash = (state: string): Buffer => createHash('sha256').update(state).digest();

/** 43 characters that nobody guesses: providers want 32 at least. */
const secret = () => randomBytes(32).toString('base64url');

/** Sends a browser to a provider. */
@Injectable()
export class StartOidcService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly providers: OidcProviders,
  ) {}

  /** The address of the provider's page; what its answer must agree with is kept. A way back that is not one of this site's pages is dropped. */
  async start(name: string, returnTo: unknown, browserHash: Buffer): Promise<string> {
    const provider = this.providers.named(name);
    const client = await this.providers.clientOf(provider);
    const state = secret();
    const nonce = secret();
    const codeVerifier = client.serverMetadata().supportsPKCE() ? oidc.randomPKCECodeVerifier() : null;
    const now = new Date();
    await this.database.manager.delete(OidcRequest, { expiresAt: LessThan(now) });
    await this.database.manager.insert(OidcRequest, {
      stateHash: stateHash(state),
      browserHash,
      provider: provider.name,
      nonce,
      codeVerifier,
      returnPath: safePath(returnTo),
      expiresAt: new Date(now.getTime() + OIDC_MINUTES * 60_000),
    });
    return oidc.buildAuthorizationUrl(client, {
      redirect_uri: this.providers.callbackUrl(provider),
      state,
      nonce,
      ...asked(provider),
      ...(codeVerifier !== null && {
        code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      }),
    }).href;
  }
}

/** What is asked for: nothing a provider was not configured for, since some refuse parameters they do not know. */
function asked({ scopes, acrValues, claims }: OidcProvider): Record<string, string> {
  return {
    scope: scopes.join(' '),
    ...(acrValues.length > 0 && { acr_values: acrValues.join(' ') }),
    ...(claims && { claims: JSON.stringify(claims) }),
  };
}
