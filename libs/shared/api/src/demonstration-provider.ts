import { createHmac } from 'node:crypto';
import { OIDC_DEFAULTS, type OidcProvider } from './oidc-settings';

/** Where the embedded demonstration serves its provider. */
export const DEMONSTRATION_PATH = '/dev/fournisseur';

/** The provider of identities of the embedded demonstration: made-up people, served by the site itself. */
export function demonstrationProvider(publicUrl: string, secretKey: string): OidcProvider {
  return {
    ...OIDC_DEFAULTS,
    name: 'demonstration',
    label: 'le fournisseur de démonstration',
    issuer: `${publicUrl}${DEMONSTRATION_PATH}`,
    clientId: 'preau',
    clientSecret: createHmac('sha256', secretKey).update('demonstration provider').digest('hex'),
    // As ProConnect does.
    claims: { id_token: { acr: null } },
    secondFactorAcrs: ['eidas2'],
    userinfo: 'signed',
    teacherClaim: { name: 'fonction', values: ['ENS'] },
  };
}
