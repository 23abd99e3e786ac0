import { z } from 'zod';
import { demonstrationProvider } from './demonstration-provider';
import { oidcProviders, type OidcProvider } from './oidc-settings';

const flag = z.stringbool().default(false);
const postgresUrl = z
  .string({ error: 'manque' })
  .regex(/^postgres(ql)?:\/\//, 'doit commencer par postgresql://');

const settings = z.object({
  PORT: z.coerce.number({ error: 'doit être un nombre' }).int().min(1).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url({ error: 'doit être une adresse complète, comme https://preau.example.org' }).optional(),
  DATABASE_URL: postgresUrl,
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(16),
  SECRET_KEY: z.string({ error: 'manque' }).min(32, 'doit compter au moins 32 caractères'),
  MAIL_URL: z
    .string({ error: 'manque' })
    .regex(/^(file:|smtps?:\/\/)/, 'doit commencer par file:, smtp:// ou smtps://'),
  MAIL_FROM: z.string().default('Préau <ne-pas-repondre@preau.test>'),
  FILES_URL: z
    .string()
    .regex(/^file:./, 'doit commencer par file: et donner un dossier')
    .default('file:.data/files'),
  EMBEDDED: flag,
  STATE_INSTANCE: flag,
  TRUSTED_DOCUMENTS_ONLY: flag,
  COMPILE_QUERIES_AFTER: z.coerce.number().int().min(1).default(10),
  DRAFT_LIMIT: z.coerce.number().int().min(1).default(200_000),
  SECOND_FACTOR: z.stringbool().default(true),
  PROFESSIONAL_DOMAINS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  OIDC_PROVIDERS: oidcProviders,
  OIDC_TIMEOUT: z.coerce.number().int().min(1).max(60).default(5),
  WEB_ROOT: z.string().optional(),
  GRAPHQL_DOCUMENTS: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

/** The settings of one process, read once at its start; `.env.example` documents them. */
export type Config = Readonly<z.infer<typeof settings>> & {
  readonly publicUrl: string;
  /** Those of `OIDC_PROVIDERS`, and the demonstration's own when embedded. */
  readonly providers: readonly OidcProvider[];
};

export const CONFIG = Symbol('CONFIG');

/** A setting is missing or wrong: the message is one French sentence a person can act on. */
export class ConfigError extends Error {}

/** Parses the environment. Throws `ConfigError` naming every faulty setting. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new ConfigError(`Réglage à corriger (voir .env.example) : ${faults.join(' ; ')}.`);
  }
  if (!parsed.data.SECOND_FACTOR && !parsed.data.EMBEDDED)
    throw new ConfigError(
      'Réglage à corriger (voir .env.example) : SECOND_FACTOR=false ne sert qu’à une démonstration (EMBEDDED=true).',
    );
  const { PUBLIC_URL, PORT, EMBEDDED, SECRET_KEY, OIDC_PROVIDERS } = parsed.data;
  const publicUrl = (PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/\/$/, '');
  const providers = [...OIDC_PROVIDERS, ...(EMBEDDED ? [demonstrationProvider(publicUrl, SECRET_KEY)] : [])];
  return Object.freeze({ ...parsed.data, publicUrl, providers });
}
