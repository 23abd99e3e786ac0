import { generateKeyPairSync } from 'node:crypto';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { errors, interactionPolicy, Provider, type Configuration } from 'oidc-provider';
import type { OidcProvider } from '@preau/shared-api';
import { MemoryAdapter } from './memory-adapter';
import { choicePage, errorPage, signOutPage, STYLE } from './pages';
import { DEMO_PEOPLE } from './people';

const HTML = 'text/html; charset=utf-8';

/** Seconds. */
const TTL = {
  AccessToken: 60,
  AuthorizationCode: 60,
  Grant: 600,
  IdToken: 600,
  Interaction: 600,
  Session: 43_200,
};

/** The provider of the demonstration, as it answers under `/dev/fournisseur`. */
export function providerOf(client: OidcProvider, publicUrl: string): RequestHandler {
  const provider = new Provider(client.issuer, settings(client, publicUrl));
  // Its addresses are those of the site, by whatever name and through whatever proxy the request came.
  provider.proxy = true;
  const { host, protocol } = new URL(publicUrl);
  const router = express.Router();
  router.use((request, _, next) => {
    const forwarded = { host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) };
    Object.assign(request.headers, forwarded);
    next();
  });
  router.get('/style.css', (_, response) => {
    response.type('text/css').send(STYLE);
  });
  router.get('/choix/:uid', (_, response) => {
    response.set({ 'content-type': HTML, 'cache-control': 'no-store' }).send(choicePage);
  });
  router.post('/choix/:uid', express.urlencoded({ extended: false }), (request, response, next) => {
    const { person } = request.body as { person?: unknown };
    const chosen = DEMO_PEOPLE.find(({ id }) => id === person);
    const result = chosen
      ? { login: { accountId: chosen.id, acr: chosen.acr, remember: false } }
      : { error: 'access_denied', error_description: 'nobody was chosen' };
    forgetPrevious(provider, request, response)
      .then(() => provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false }))
      .catch((error: unknown) => {
        if (error instanceof errors.OIDCProviderError)
          response.status(400).set('content-type', HTML).send(errorPage);
        else next(error);
      });
  });
  const answer = provider.callback();
  router.use((request, response) => void answer(request, response));
  return router;
}

/** Whoever one was here before is signed out: the provider would ask about it on a page of its own. */
async function forgetPrevious(provider: Provider, request: Request, response: Response): Promise<void> {
  const details = await provider.interactionDetails(request, response);
  if (!details.session) return;
  const previous = await provider.Session.findByUid(details.session.uid);
  await previous?.destroy();
  delete details.session;
  await details.save(TTL.Interaction);
}

function settings(client: OidcProvider, publicUrl: string): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  return {
    adapter: () => new MemoryAdapter(),
    jwks: {
      keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'demonstration' }],
    },
    cookies: { keys: [client.clientSecret] },
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [`${publicUrl}/auth/${client.name}/callback`],
        post_logout_redirect_uris: [`${publicUrl}/auth/${client.name}/sortie`],
        userinfo_signed_response_alg: client.userinfoAlgorithm,
      },
    ],
    acrValues: ['eidas1', 'eidas2'],
    ttl: TTL,
    claims: {
      openid: ['sub'],
      profile: ['given_name', 'family_name', 'fonction'],
      email: ['email', 'email_verified'],
    },
    features: {
      claimsParameter: { enabled: true },
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.type = 'html';
          context.body = signOutPage(form);
        },
      },
    },
    interactions: { policy: askedEachTime(), url: (_, { uid }) => `/dev/fournisseur/choix/${uid}` },
    findAccount: (_, id) => {
      const person = DEMO_PEOPLE.find((one) => one.id === id);
      return person && { accountId: id, claims: () => ({ sub: id, ...person.claims }) };
    },
    // Nothing to consent to: these people are made up.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId,
        accountId: oidc.session?.accountId,
      });
      grant.addOIDCScope(client.scopes.join(' '));
      await grant.save();
      return grant;
    },
    renderError: (context) => {
      context.type = 'html';
      context.body = errorPage;
    },
  };
}

/** One chooses who to be at every sign-in, whoever one was before. */
function askedEachTime() {
  const policy = interactionPolicy.base();
  const { Check } = interactionPolicy;
  policy
    .get('login')
    ?.checks.add(
      new Check('chosen_each_time', 'somebody is chosen at every sign-in', ({ oidc }) =>
        oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    );
  return policy;
}
