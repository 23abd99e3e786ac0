import * as oidc from 'openid-client';
import { domainToASCII } from 'node:url';
import { claimHolds, idTokenRefusal, keptDisplayName, normaliseEmail } from '@preau/identity-domain';
import type { OidcProvider } from '@preau/shared-api';
import type { Identity } from '../sign-in/entry';
import type { OidcRequest } from './oidc-request.entity';
import { OidcRefused, refusalOf } from './oidc-refused';

type Claims = Readonly<Record<string, unknown>>;
type Checks = Pick<OidcRequest, 'nonce' | 'codeVerifier'> & { readonly state: string };

/**
 * Exchanges the code of an answer for who it is, every token checked. openid-client checks `state`, `iss` (RFC 9207),
 * algorithm, signature, `iss`, `aud`, `exp` and `nonce`; what it leaves out is checked here. Throws `OidcRefused`.
 */
export async function proofOf(
  client: oidc.Configuration,
  provider: OidcProvider,
  answer: URL,
  checks: Checks,
): Promise<Identity> {
  const tokens = await grant(client, answer, checks);
  const idToken = tokens.claims();
  if (!idToken || tokens.id_token === undefined) throw new OidcRefused('INVALID', 'no identity token');
  const refusal = idTokenRefusal(idToken, provider, new Date());
  if (refusal) throw new OidcRefused(refusal, 'claims of the identity token');
  const told = await userinfoOf(client, provider, tokens.access_token, idToken.sub);
  return identityOf(provider, { ...idToken, ...told }, idToken, tokens.id_token);
}

async function grant(client: oidc.Configuration, answer: URL, { state, nonce, codeVerifier }: Checks) {
  try {
    return await oidc.authorizationCodeGrant(client, answer, {
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
      ...(codeVerifier !== null && { pkceCodeVerifier: codeVerifier }),
    });
  } catch (error) {
    throw refusalOf(error);
  }
}

/** What the provider tells of the person. When signed, it must say by whom and for whom: openid-client lets that be absent. */
async function userinfoOf(
  client: oidc.Configuration,
  { userinfo, issuer, clientId }: OidcProvider,
  accessToken: string,
  subject: string,
): Promise<Claims> {
  if (userinfo === 'none') return {};
  let told: Claims;
  try {
    told = await oidc.fetchUserInfo(client, accessToken, subject);
  } catch (error) {
    throw refusalOf(error);
  }
  const { iss, aud } = told;
  const isForUs = iss === issuer && (aud === clientId || (Array.isArray(aud) && aud.includes(clientId)));
  if (userinfo === 'signed' && !isForUs) throw new OidcRefused('INVALID', 'userinfo signed for another');
  return told;
}

function identityOf(
  provider: OidcProvider,
  told: Claims,
  idToken: oidc.IDToken,
  rawIdToken: string,
): Identity {
  const { teacherClaim, secondFactorAcrs } = provider;
  return {
    provider: provider.name,
    subject: idToken.sub,
    email: verifiedEmail(provider, told),
    proposedName: nameOf(provider, told),
    provesTeacher: teacherClaim !== null && claimHolds(told[teacherClaim.name], teacherClaim.values),
    secondFactorDone: typeof idToken['acr'] === 'string' && secondFactorAcrs.includes(idToken['acr']),
    idToken: rawIdToken,
  };
}

/** An address that nobody has verified is as good as none: whoever made it up would hold its owner's account one day. */
function verifiedEmail({ emailsVerified }: OidcProvider, told: Claims): string | null {
  if (typeof told['email'] !== 'string') return null;
  if (told['email_verified'] !== true && !(emailsVerified && told['email_verified'] === undefined))
    return null;
  return normaliseEmail(told['email'], domainToASCII);
}

function nameOf({ nameClaims }: OidcProvider, told: Claims): string | null {
  const parts = nameClaims.map((claim) => told[claim]).filter((part) => typeof part === 'string');
  return keptDisplayName(parts.join(' ')).slice(0, 200) || null;
}
