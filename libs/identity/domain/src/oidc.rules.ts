/** How long a provider's page may take before its answer is no longer expected. */
export const OIDC_MINUTES = 10;

/** Seconds by which a provider's clock may differ from ours. */
export const CLOCK_TOLERANCE = 30;

/** Seconds after which an identity token just received is not a fresh one. */
const TOKEN_AGE = 600;

/** `sub` has 255 characters at most (OpenID Connect Core, section 2). */
const SUBJECT_MAX = 255;

/** Why nobody was signed in by a provider. */
export const OIDC_REFUSALS = [
  'CANCELLED',
  'EMAIL_TAKEN',
  'EXPIRED',
  'INVALID',
  'LEVEL_TOO_LOW',
  'PROVIDER_ERROR',
  'UNAVAILABLE',
  'UNKNOWN_PROVIDER',
] as const;
export type OidcRefusal = (typeof OIDC_REFUSALS)[number];

export interface OidcRequested {
  readonly provider: string;
  readonly expiresAt: Date;
}

/** Why an answer cannot be that of a request this browser made, or null. One meant for another provider is a mix-up attack. */
export function answerRefusal(
  request: OidcRequested | null,
  provider: string,
  now: Date,
): OidcRefusal | null {
  if (!request || request.expiresAt <= now) return 'EXPIRED';
  return request.provider === provider ? null : 'INVALID';
}

/** What is read of an identity token whose signature, `iss`, `aud`, `exp` and `nonce` were checked. */
export interface IdTokenClaims {
  readonly sub: string;
  /** Seconds since 1970. */
  readonly iat: number;
  readonly azp?: unknown;
  readonly acr?: unknown;
}

/**
 * Why an identity token is not accepted although it is well made, or null. `acceptedAcrs` are the levels of assurance one of
 * which is wanted; none: any will do. Source: OpenID Connect Core, section 3.1.3.7.
 */
export function idTokenRefusal(
  { sub, iat, azp, acr }: IdTokenClaims,
  { clientId, acceptedAcrs }: { readonly clientId: string; readonly acceptedAcrs: readonly string[] },
  now: Date,
): OidcRefusal | null {
  const age = now.getTime() / 1000 - iat;
  if (sub === '' || sub.length > SUBJECT_MAX) return 'INVALID';
  if (age < -CLOCK_TOLERANCE || age > TOKEN_AGE) return 'INVALID';
  if (azp !== undefined && azp !== clientId) return 'INVALID';
  if (acceptedAcrs.length === 0) return null;
  return typeof acr === 'string' && acceptedAcrs.includes(acr) ? null : 'LEVEL_TOO_LOW';
}

/** Whether a claim says that the person teaches: one of the values, or `true` where no value is named. */
export function claimHolds(claim: unknown, values: readonly string[]): boolean {
  if (values.length === 0) return claim === true;
  const said: readonly unknown[] = Array.isArray(claim) ? claim : [claim];
  return said.some((one) => typeof one === 'string' && values.includes(one));
}

export interface IdentityShown {
  /** The account this identity signed in to before. */
  readonly known: string | null;
  /** The account that has the address the provider has verified. */
  readonly bearer: string | null;
  /** The account whose session this browser has. */
  readonly signedInAs: string | null;
  /** The provider's word on an address is worth the mail that would prove it. */
  readonly trustEmail: boolean;
}

export type AccountFound =
  { readonly accountId: string | null; readonly link: boolean } | { readonly refusal: 'EMAIL_TAKEN' };

/**
 * Which account an identity opens; `link` when it is to be remembered for it, no account when one is to be created. An
 * address alone never opens the account of somebody else: its owner signs in by mail first, then shows the provider.
 */
export function accountFor({ known, bearer, signedInAs, trustEmail }: IdentityShown): AccountFound {
  if (known !== null) return { accountId: known, link: false };
  if (bearer === null) return { accountId: null, link: false };
  if (trustEmail || signedInAs === bearer) return { accountId: bearer, link: true };
  return { refusal: 'EMAIL_TAKEN' };
}
