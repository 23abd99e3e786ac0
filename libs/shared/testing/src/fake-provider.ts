import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';

type Claims = Record<string, unknown>;
type Key = Awaited<ReturnType<typeof generateKeyPair>>;

/** What a provider does wrong, for the next sign-ins; nothing, unless said. */
export interface Misbehaviour {
  /** Changes the claims of identity tokens. */
  idToken?: (claims: Claims) => Claims;
  /** Changes what userinfo tells. */
  userinfo?: (claims: Claims) => Claims;
  /** Signs neither, with a key nobody was told of, with the client’s secret, or with another algorithm than agreed. */
  signs?: 'not' | 'foreign-key' | 'client-secret' | 'other-algorithm';
  userinfoSigns?: 'not' | 'plain' | 'foreign-key';
  /** Takes a code it has taken before. */
  takesCodesAgain?: boolean;
  answersToken?: (status: number, body: Claims) => { status: number; body: unknown };
  /** Never answers, at these addresses. */
  silentAt?: RegExp;
  /** Changes what it says of itself; asked for once by each API. */
  metadata?: Claims;
}

interface Issued {
  readonly params: URLSearchParams;
  used: boolean;
}

/**
 * A provider of identities in the test's process, which does what it is told to, right or wrong. `oidc-provider`, which
 * stands in for real ones elsewhere, would never misbehave.
 */
export class FakeProvider {
  misbehaviour: Misbehaviour = {};
  /** Who signs in: what userinfo tells, `sub` included. */
  person: Claims & { sub: string } = { sub: 'somebody' };
  acr: string | undefined = 'eidas1';
  /** The bodies the token endpoint received. */
  readonly exchanges: URLSearchParams[] = [];
  private readonly codes = new Map<string, Issued>();

  private constructor(
    readonly issuer: string,
    readonly clientId: string,
    readonly clientSecret: string,
    private readonly server: Server,
    private readonly key: Key,
    private readonly foreignKey: Key,
    private readonly otherKey: Key,
  ) {}

  static async start(): Promise<FakeProvider> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('no port');
    const [key, foreignKey, otherKey] = await Promise.all([
      generateKeyPair('RS256'),
      generateKeyPair('RS256'),
      generateKeyPair('ES256'),
    ]);
    const issuer = `http://127.0.0.1:${address.port}/oidc`;
    const secret = 'a secret of the tests, 32 characters long';
    const provider = new FakeProvider(issuer, 'preau', secret, server, key, foreignKey, otherKey);
    server.on('request', (request, response) => {
      provider.answer(request).then(
        ({ status, type = 'application/json', body }) =>
          response.writeHead(status, { 'content-type': type }).end(body),
        () => response.destroy(),
      );
    });
    return provider;
  }

  /** One entry of `OIDC_PROVIDERS`. */
  settings(more: Claims = {}): Claims {
    const { issuer, clientId, clientSecret } = this;
    return { name: 'fake', label: 'un essai', issuer, clientId, clientSecret, userinfo: 'plain', ...more };
  }

  /** What a person's browser is sent back with, once they have signed in on the page at this address. */
  signIn(authorization: string, changes: Record<string, string | null> = {}): string {
    const { searchParams: params } = new URL(authorization);
    const code = randomUUID();
    this.codes.set(code, { params, used: false });
    return this.back(params, { code, state: params.get('state'), ...changes });
  }

  /** The same, of somebody who did not. */
  refuse(authorization: string, error: string): string {
    const { searchParams: params } = new URL(authorization);
    return this.back(params, { error, error_description: 'détail technique', state: params.get('state') });
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private back(params: URLSearchParams, answer: Record<string, string | null>): string {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ iss: this.issuer, ...answer }))
      if (value !== null) query.set(name, value);
    const { pathname } = new URL(params.get('redirect_uri') ?? '');
    return `${pathname}?${query}`;
  }

  private async answer(request: IncomingMessage): Promise<{ status: number; type?: string; body: string }> {
    const { pathname } = new URL(request.url ?? '', this.issuer);
    if (this.misbehaviour.silentAt?.test(pathname)) return new Promise(() => undefined);
    const json = (body: unknown, status = 200) => ({ status, body: JSON.stringify(body) });
    if (pathname === '/oidc/.well-known/openid-configuration') return json(this.metadata());
    if (pathname === '/oidc/jwks')
      return json({ keys: [await this.publicKey(this.key), await this.publicKey(this.otherKey)] });
    if (pathname === '/oidc/token') {
      const { status, body } = await this.token(new URLSearchParams(await text(request)));
      return json(body, status);
    }
    if (pathname === '/oidc/userinfo') return this.userinfo();
    return json({ error: 'not_found' }, 404);
  }

  private metadata(): Claims {
    const { issuer } = this;
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
      end_session_endpoint: `${issuer}/end`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256', 'ES256', 'none'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
      ...this.misbehaviour.metadata,
    };
  }

  private async token(given: URLSearchParams): Promise<{ status: number; body: unknown }> {
    this.exchanges.push(given);
    const answer = this.misbehaviour.answersToken ?? ((status, body) => ({ status, body }));
    const issued = this.codes.get(given.get('code') ?? '');
    const challenge = issued?.params.get('code_challenge') ?? null;
    const verifier = createHash('sha256')
      .update(given.get('code_verifier') ?? '')
      .digest('base64url');
    const isDue =
      issued !== undefined &&
      (!issued.used || this.misbehaviour.takesCodesAgain) &&
      given.get('client_secret') === this.clientSecret &&
      given.get('redirect_uri') === issued.params.get('redirect_uri') &&
      (challenge === null || challenge === verifier);
    if (!isDue) return answer(400, { error: 'invalid_grant' });
    issued.used = true;
    const now = Math.floor(Date.now() / 1000);
    const claims: Claims = {
      iss: this.issuer,
      sub: this.person.sub,
      aud: this.clientId,
      exp: now + 60,
      iat: now,
      nonce: issued.params.get('nonce'),
      acr: this.acr,
    };
    const { idToken = (same) => same, signs } = this.misbehaviour;
    const id_token = await this.signed(idToken(claims), signs);
    return answer(200, { access_token: 'access', token_type: 'Bearer', expires_in: 60, id_token });
  }

  private async userinfo() {
    const { userinfo = (same) => same, userinfoSigns } = this.misbehaviour;
    const wantsJwt = this.person['signed'] === true;
    const { signed: _, ...told } = this.person;
    if (!wantsJwt || userinfoSigns === 'plain') return { status: 200, body: JSON.stringify(userinfo(told)) };
    const claims = userinfo({ iss: this.issuer, aud: this.clientId, ...told });
    return { status: 200, type: 'application/jwt', body: await this.signed(claims, userinfoSigns) };
  }

  private async signed(claims: Claims, how: Misbehaviour['signs']): Promise<string> {
    const payload = claims as JWTPayload;
    if (how === 'not') {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      return `${part({ alg: 'none' })}.${part(claims)}.`;
    }
    if (how === 'client-secret')
      return new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(this.clientSecret));
    if (how === 'other-algorithm')
      return new SignJWT(payload)
        .setProtectedHeader({ alg: 'ES256', kid: 'ES256' })
        .sign(this.otherKey.privateKey);
    const { privateKey } = how === 'foreign-key' ? this.foreignKey : this.key;
    return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'RS256' }).sign(privateKey);
  }

  private async publicKey({ publicKey }: Key) {
    const jwk = await exportJWK(publicKey);
    const alg = jwk.kty === 'RSA' ? 'RS256' : 'ES256';
    return { ...jwk, alg, kid: alg, use: 'sig' };
  }
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
