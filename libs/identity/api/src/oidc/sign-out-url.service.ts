import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import * as oidc from 'openid-client';
import type { DataSource } from 'typeorm';
import { CONFIG, type Config } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Session } from '../sessions/session.entity';
import { unsealIdToken } from './id-token-seal';
import { OidcProviders } from './oidc-providers';
import { OidcRefused } from './oidc-refused';

/** Nobody who signs out waits longer than that for a provider whose metadata is not at hand. */
const PATIENCE_MS = 1_000;

/** Where a provider is told that one signs out (OpenID Connect RP-Initiated Logout 1.0). */
@Injectable()
export class SignOutUrlService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly providers: OidcProviders,
  ) {}

  /** The address to go to once signed out here; null when no provider opened the session, or it has no such page. */
  async of(actor: Actor): Promise<string | null> {
    if (actor.kind === 'visitor') return null;
    const session = await this.database.manager.findOneBy(Session, { id: actor.sessionId });
    const provider = this.providers.all.find(({ name }) => name === session?.provider);
    if (!provider || !session?.idToken) return null;
    const met = this.providers.clientOf(provider).catch(unmet);
    const client = await Promise.race([met, sleep(PATIENCE_MS, null, { ref: false })]);
    if (!client?.serverMetadata().end_session_endpoint) return null;
    const url = oidc.buildEndSessionUrl(client, {
      id_token_hint: unsealIdToken(this.config.SECRET_KEY, session.idToken),
      post_logout_redirect_uri: this.providers.signedOutUrl(provider),
      // ProConnect wants one. Nothing hangs on it: the session here is over before the provider answers.
      state: randomBytes(32).toString('base64url'),
    });
    // The token says whose it is; ProConnect documents three parameters and no other.
    url.searchParams.delete('client_id');
    return url.href;
  }
}

function unmet(error: unknown): null {
  if (error instanceof OidcRefused) return null;
  throw error;
}
