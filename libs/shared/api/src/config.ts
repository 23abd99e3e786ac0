import { isIP } from 'node:net';
import { z } from 'zod';
import { demonstrationProvider } from './demonstration-provider';
import { oidcProviders, type OidcProvider } from './oidc-settings';

const flag = z.stringbool().default(false);
const postgresUrl = z
  .string({ error: 'manque' })
  .regex(/^postgres(ql)?:\/\//, 'doit commencer par postgresql://');

const words = z
  .string()
  .default('')
  .transform((list) => list.split(/[\s,;]+/).filter(Boolean));

/** An address, a range of them, or a name that Express knows (`loopback`: this machine; `uniquelocal`: private networks). */
function isProxy(text: string): boolean {
  if (/^(loopback|linklocal|uniquelocal)$/.test(text)) return true;
  const [address = '', bits, more] = text.split('/');
  const version = isIP(address);
  const isRange =
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
  return version > 0 && isRange && more === undefined;
}

const settings = z.object({
  PORT: z.coerce.number({ error: 'doit être un nombre' }).int().min(1).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  TRUSTED_PROXIES: words.refine((all) => all.every(isProxy), {
    error: 'doit donner des adresses, des plages comme 10.0.0.0/8, ou loopback, linklocal, uniquelocal',
  }),
  CLIENT_PORT_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, 'doit être le nom d’un en-tête')
    .default(''),
  PUBLIC_URL: z.url({ error: 'doit être une adresse complète, comme https://preau.example.org' }).optional(),
  DATABASE_URL: postgresUrl,
  /** For the tools of whoever administers the machine; the programs that serve people are not given it. */
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(16),
  SECRET_KEY: z.string({ error: 'manque' }).min(32, 'doit compter au moins 32 caractères'),
  MAIL_URL: z
    .string({ error: 'manque' })
    .regex(/^(file:|smtps?:\/\/)/, 'doit commencer par file:, smtp:// ou smtps://'),
  MAIL_FROM: z.string().default('Préau <ne-pas-repondre@preau.test>'),
  REPLY_MAIL_DOMAIN: z
    .string()
    .max(180)
    .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]+$/i, 'doit être un nom de domaine')
    .transform((domain) => domain.toLowerCase())
    .optional(),
  REPLY_MAIL_HOST: z.string().default('127.0.0.1'),
  REPLY_MAIL_PORT: z.coerce.number().int().min(0).max(65535).default(2424),
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
  PROFESSIONAL_DOMAINS: words.transform((all) => all.map((domain) => domain.toLowerCase())),
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
