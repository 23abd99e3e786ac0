import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { accountFor, answerRefusal } from '@preau/identity-domain';
import { CONFIG, transaction, type Config, type OidcProvider } from '@preau/shared-api';
import { Entry, type Entered, type Identity, type SignInPlace } from '../sign-in/entry';
import {
  accountOfAddress,
  accountOfIdentity,
  lockIdentity,
  rememberIdentity,
  takeRequest,
} from './oidc.queries';
import { proofOf } from './oidc-proof';
import { OidcProviders } from './oidc-providers';
import { OidcRefused } from './oidc-refused';
import { sealIdToken } from './id-token-seal';
import { stateHash } from './start-oidc.service';

/** Receives the browser that comes back from a provider. */
@Injectable()
export class FinishOidcService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly providers: OidcProviders,
    private readonly entry: Entry,
  ) {}

  /**
   * Signs in whoever the provider says it is, or keeps the proof for this browser; answers with where to go on. The request
   * is used up first, whatever follows: an answer serves once. Nothing is held while the provider is asked.
   */
  async finish(
    name: string,
    answer: URLSearchParams,
    place: SignInPlace,
    keep: (secret: string) => void,
  ): Promise<{ entered: Entered; returnPath: string | null }> {
    const provider = this.providers.named(name);
    const state = answer.get('state') ?? '';
    const request = await transaction(this.database, (tx) =>
      takeRequest(tx, stateHash(state), place.browserHash),
    );
    const refusal = answerRefusal(request, provider.name, new Date());
    if (refusal || !request) throw new OidcRefused(refusal ?? 'EXPIRED', 'no such request of this browser');
    const client = await this.providers.clientOf(provider);
    const url = new URL(`${this.providers.callbackUrl(provider)}?${answer}`);
    const proof = await proofOf(client, provider, url, { ...request, state });
    const identity = { ...proof, idToken: sealIdToken(this.config.SECRET_KEY, proof.idToken) };
    const entered = await transaction(this.database, (tx) => this.enter(tx, provider, identity, place));
    if (entered.secret !== null) keep(entered.secret);
    return { entered, returnPath: request.returnPath };
  }

  private async enter(
    tx: EntityManager,
    { name, trustEmail }: OidcProvider,
    identity: Identity,
    place: SignInPlace,
  ): Promise<Entered> {
    const subject = identity.subject ?? '';
    await lockIdentity(tx, name, subject);
    const found = accountFor({
      known: await accountOfIdentity(tx, name, subject),
      bearer: await accountOfAddress(tx, identity.email),
      signedInAs: place.actor.kind === 'account' ? place.actor.accountId : null,
      trustEmail,
    });
    if ('refusal' in found) throw new OidcRefused(found.refusal);
    const { accountId, link } = found;
    if (link && accountId !== null) await rememberIdentity(tx, { provider: name, subject, accountId });
    return this.entry.enter(tx, identity, accountId, place);
  }
}
