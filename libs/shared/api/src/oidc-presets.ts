/** What is the same for everybody who uses one of these providers; a setting given beside a preset replaces its own. */
export const OIDC_PRESETS = {
  /**
   * ProConnect: agents of the State, and other professionals.
   * Sources (https://github.com/proconnect-gouv/proconnect-espace-partenaires, src/pages/docs/fournisseur-service):
   * implementation_technique.md: discovery under the issuer, state and nonce of 32 characters at least, userinfo as a signed
   * JWT, no parameter but those it lists (hence `claims` for the level, and no acr_values), end of session with id_token_hint
   * and state; donnees_fournies.md: the scopes, `sub` of each person, `usual_name`; niveaux-acr.md: the level is told when
   * `claims` asks for it; double_authentification.md: the levels that are worth two factors.
   */
  proconnect: {
    scopes: ['openid', 'given_name', 'usual_name', 'email', 'uid', 'siret'],
    claims: { id_token: { acr: null } },
    secondFactorAcrs: [
      'eidas2',
      'eidas3',
      'https://proconnect.gouv.fr/assurance/self-asserted-2fa',
      'https://proconnect.gouv.fr/assurance/consistency-checked-2fa',
    ],
    userinfo: 'signed',
    nameClaims: ['given_name', 'usual_name'],
    // Every identity provider must tell an address, and no email_verified comes with it (donnees_fournies.md, section 1).
    emailsVerified: true,
  },
  /**
   * ÉduConnect: pupils and their parents, in general without an address. The technical documentation comes with the
   * accreditation; services whose code is public reach it over SAML 2.0 (https://github.com/pass-culture/pass-culture-main,
   * api, /saml/educonnect/login), in front of which a gateway speaks OpenID Connect. Hence the least: who it is, no name
   * (pupils take part under a pseudonym), no address.
   */
  educonnect: { scopes: ['openid'], userinfo: 'none', nameClaims: [] },
  /**
   * An académie's desk, or the ministry's which stands before them all: the standard scopes; attributes of the staff directory
   * such as FrEduFonctAdm and FrEduRne come with userinfo. Sources: https://github.com/mission-apprentissage/orion (server,
   * ExtraUserInfo; https://hub-oidc.orion.education.fr), https://github.com/betagouv/aplypro
   * (config/initializers/omniauth.rb, provider fim). Which values make a teacher is the académie's to say: `teacherClaim`.
   */
  academic: { scopes: ['openid', 'profile', 'email'], userinfo: 'plain', emailsVerified: true },
} as const;

export type OidcPreset = keyof typeof OIDC_PRESETS;
