import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { OIDC_PRESETS, type OidcPreset } from './oidc-presets';

const PRESET_NAMES = Object.keys(OIDC_PRESETS) as [OidcPreset, ...OidcPreset[]];
/** Signed with a key of the provider alone: `none` and what a shared secret signs are never accepted. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
] as const;
const LOCAL = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/;

const text = z.string({ error: 'manque' }).min(1, 'est vide').max(500, 'est trop long');
const flag = z.boolean({ error: 'doit être true ou false' });
const texts = z.array(text, { error: 'doit être une liste de textes' }).readonly();
const algorithm = z.enum(ALGORITHMS, { error: `doit être l’un de ${ALGORITHMS.join(', ')}` });

const provider = z.strictObject(
  {
    /** Used in `/auth/<name>` and kept with identities: never changed afterwards. */
    name: text
      .refine((name) => name !== 'demonstration', 'est réservé')
      .regex(
        /^[a-z0-9]+(-[a-z0-9]+)*$/,
        'ne contient que des lettres minuscules, des chiffres et des traits d’union',
      ),
    /** What follows « Se connecter avec ». */
    label: text,
    preset: z.enum(PRESET_NAMES, { error: `doit être l’un de ${PRESET_NAMES.join(', ')}` }).nullable(),
    issuer: text.refine(
      (url) => /^https:\/\/[^?#]+$/.test(url) || LOCAL.test(url),
      'doit commencer par https://, sans ? ni #',
    ),
    clientId: text,
    clientSecret: text,
    clientAuthentication: z.enum(['post', 'basic'], { error: 'doit être post ou basic' }),
    scopes: texts.refine((scopes) => scopes.includes('openid'), 'doit comprendre openid'),
    /** Levels asked for by `acr_values`. */
    acrValues: texts,
    /** The `claims` parameter of the request, where a provider wants one. */
    claims: z.record(z.string(), z.unknown(), { error: 'doit être un objet' }).nullable(),
    /** Levels one of which the identity token must have; none: any. */
    acceptedAcrs: texts,
    /** Levels that are worth a second factor. */
    secondFactorAcrs: texts,
    idTokenAlgorithm: algorithm,
    userinfo: z.enum(['none', 'plain', 'signed'], { error: 'doit être none, plain ou signed' }),
    userinfoAlgorithm: algorithm,
    /** Claims that make up the proposed display name, in order. */
    nameClaims: texts,
    /** Its addresses count as verified though it does not say so of each. */
    emailsVerified: flag,
    /** Whoever has an account's address at this provider enters that account without having signed in to it by mail first. */
    trustEmail: flag,
    /** The claim that makes a verified teacher, when it is one of the values (none: when it is true). */
    teacherClaim: z
      .strictObject({ name: text, values: texts.default([]) }, { error: 'doit avoir un name et des values' })
      .nullable(),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `contient un champ inconnu (${issue.keys.join(', ')})`
        : 'doit être un objet',
  },
);

/** One provider of identities, as the rest of the code sees it: nothing is left to default. */
export type OidcProvider = Readonly<z.infer<typeof provider>>;

export const OIDC_DEFAULTS = {
  preset: null,
  clientAuthentication: 'post',
  scopes: ['openid', 'profile', 'email'],
  acrValues: [],
  claims: null,
  acceptedAcrs: [],
  secondFactorAcrs: [],
  idTokenAlgorithm: 'RS256',
  userinfo: 'none',
  userinfoAlgorithm: 'RS256',
  nameClaims: ['given_name', 'family_name'],
  emailsVerified: false,
  trustEmail: false,
  teacherClaim: null,
} as const satisfies Partial<OidcProvider>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fills in what the preset and the defaults say; whatever is wrong is left for the schema to report. */
function withPreset(given: unknown): unknown {
  if (!isObject(given)) return given;
  const preset = PRESET_NAMES.find((name) => name === given['preset']);
  return { ...OIDC_DEFAULTS, ...(preset && OIDC_PRESETS[preset]), ...given };
}

/** `OIDC_PROVIDERS`: a JSON list, or the path of a file that holds one. */
export const oidcProviders = z
  .string()
  .default('[]')
  .transform((given, context) => {
    try {
      return JSON.parse(/^\s*\[/.test(given) ? given : readFileSync(given, 'utf8')) as unknown;
    } catch (error) {
      const missing =
        error instanceof SyntaxError ? 'n’est pas du JSON' : `nomme un fichier illisible (${given})`;
      context.addIssue({ code: 'custom', message: missing });
      return z.NEVER;
    }
  })
  .pipe(
    z
      .array(z.preprocess(withPreset, provider), { error: 'doit être une liste' })
      .refine(
        (all) => new Set(all.map(({ name }) => name)).size === all.length,
        'donne deux fois le même name',
      ),
  );
