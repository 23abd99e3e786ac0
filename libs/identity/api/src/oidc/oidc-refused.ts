import * as oidc from 'openid-client';
import type { OidcRefusal } from '@preau/identity-domain';

/** Ends a sign-in: the person is told the code, the log the cause. */
export class OidcRefused extends Error {
  constructor(
    readonly code: OidcRefusal,
    /** Why: an error, or words. Never what a provider said of somebody. */
    override readonly cause: unknown = undefined,
  ) {
    super(code);
  }

  /** What may be written to the log: names and codes of errors, not what they carry, which may be somebody's claims. */
  get reason(): string {
    const reasons: string[] = [];
    for (let cause = this.cause; cause !== undefined && reasons.length < 4;) {
      if (!(cause instanceof Error)) {
        if (typeof cause === 'string') reasons.push(cause);
        break;
      }
      const code = 'code' in cause ? ` (${String(cause.code)})` : '';
      const error = 'error' in cause ? ` [${String(cause.error)}]` : '';
      // A parser quotes what it could not read.
      const words = cause instanceof SyntaxError ? cause.name : cause.message;
      reasons.push(`${words}${code}${error}`);
      cause = cause.cause;
    }
    return reasons.join(' < ');
  }
}

/** What people do on a provider's page rather than sign in. */
const CANCELLED = new Set(['access_denied', 'login_required', 'consent_required', 'interaction_required']);
const BUSY = new Set(['server_error', 'temporarily_unavailable']);

/** The refusal an error of openid-client comes down to. Throws what is not one of its errors: a mistake of ours. */
export function refusalOf(error: unknown): OidcRefused {
  if (error instanceof OidcRefused) return error;
  if (error instanceof oidc.AuthorizationResponseError) {
    if (CANCELLED.has(error.error)) return new OidcRefused('CANCELLED', error);
    return new OidcRefused(BUSY.has(error.error) ? 'UNAVAILABLE' : 'PROVIDER_ERROR', error);
  }
  if (isSilence(error)) return new OidcRefused('UNAVAILABLE', error);
  if (
    error instanceof oidc.ClientError ||
    error instanceof oidc.ResponseBodyError ||
    error instanceof oidc.WWWAuthenticateChallengeError
  )
    return new OidcRefused('INVALID', error);
  throw error;
}

/** Whether the provider could not be reached, or answered that it cannot serve. */
function isSilence(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // What fetch throws when there is no connection; a TypeError of ours has no cause.
  if (error instanceof TypeError) return error.cause !== undefined;
  if (!(error instanceof oidc.ClientError)) return false;
  if (error.code === 'OAUTH_TIMEOUT') return true;
  return error.cause instanceof Response && error.cause.status >= 500;
}
