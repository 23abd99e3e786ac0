import { Refusal } from '../run/terminal.ts';

/** The settings the launcher itself needs; the others reach the API untouched, which checks them again. */
export type Settings = {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  /** The existing PostgreSQL to use, or null for the embedded one. */
  readonly database: { readonly apiUrl: string; readonly ownerUrl: string } | null;
  /** Whether demonstration data is loaded. */
  readonly demo: boolean;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment (an empty value counts as absent). Throws a `Refusal` for the first setting to correct. */
export function parseSettings(environment: Environment): Settings {
  const read = (name: string) => environment[name]?.trim() || undefined;
  const port = portOf(read('PORT') ?? '3000');
  const database = databaseOf(read('DATABASE_URL'), read('DATABASE_OWNER_URL'));
  const publicUrl = read('PUBLIC_URL') ?? `http://localhost:${port}`;
  if (!/^https?:$/.test(urlOf(publicUrl)?.protocol ?? ''))
    refuse('PUBLIC_URL', publicUrl, 'une adresse complète comme « https://preau.example.org »');
  const secret = read('SECRET_KEY');
  if (secret && secret.length < 32)
    throw new Refusal(
      'SECRET_KEY doit compter au moins 32 caractères : donnez-en un par « SECRET_KEY=$(openssl rand -hex 32) », ou retirez ce réglage pour qu’un secret soit tiré au sort.',
    );
  const mail = read('MAIL_URL');
  if (mail && !/^(file:|smtps?:\/\/)/.test(mail))
    refuse('MAIL_URL', mail, '« file:/dossier », « smtp://serveur:587 » ou « smtps://serveur »');
  const files = read('FILES_URL');
  if (files && !/^file:./.test(files)) refuse('FILES_URL', files, '« file:/dossier »');
  for (const name of ['DEMO', 'EMBEDDED', 'SECOND_FACTOR', 'STATE_INSTANCE', 'TRUSTED_DOCUMENTS_ONLY'])
    flagOf(name, read(name));
  const level = read('LOG_LEVEL');
  if (level && !LOG_LEVELS.includes(level)) refuse('LOG_LEVEL', level, LOG_LEVELS.join(', '));
  const host = read('HOST') ?? '127.0.0.1';
  return { port, host, publicUrl, database, demo: flagOf('DEMO', read('DEMO')) ?? database === null };
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'];

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535)
    refuse('PORT', text, 'un nombre de 1 à 65535, par exemple « PORT=3001 npm start »');
  return port;
}

function databaseOf(apiUrl: string | undefined, ownerUrl: string | undefined): Settings['database'] {
  if (!apiUrl && !ownerUrl) return null;
  if (!apiUrl || !ownerUrl) {
    const [given, missing] = apiUrl
      ? [
          'DATABASE_URL (le rôle de l’API)',
          'DATABASE_OWNER_URL (le rôle propriétaire des tables, qui fait les migrations)',
        ]
      : [
          'DATABASE_OWNER_URL (le rôle propriétaire des tables)',
          'DATABASE_URL (le rôle de l’API, sans droit sur le schéma)',
        ];
    throw new Refusal(
      `Il manque ${missing} à côté de ${given} : indiquez les deux, ou aucun pour employer le PostgreSQL embarqué.`,
    );
  }
  for (const [name, value] of [
    ['DATABASE_URL', apiUrl],
    ['DATABASE_OWNER_URL', ownerUrl],
  ] as const) {
    const url = urlOf(value);
    if (!url || !/^postgres(ql)?:$/.test(url.protocol) || !url.username || url.pathname.length < 2)
      // The value is not repeated: it holds a password.
      throw new Refusal(
        `${name} ne se lit pas : il faut une adresse comme « postgresql://role:motdepasse@serveur:5432/base » (dans le mot de passe, « @ » s’écrit %40 et « / » s’écrit %2F).`,
      );
  }
  if (urlOf(apiUrl)?.username === urlOf(ownerUrl)?.username)
    throw new Refusal(
      'DATABASE_URL et DATABASE_OWNER_URL nomment le même rôle : l’API doit se connecter avec un rôle qui ne possède aucune table.',
    );
  return { apiUrl, ownerUrl };
}

function flagOf(name: string, text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  if (!/^(true|false)$/.test(text)) refuse(name, text, 'true ou false');
  return text === 'true';
}

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function refuse(name: string, value: string, expected: string): never {
  throw new Refusal(`Le réglage ${name} vaut « ${value} » ; il faut ${expected}.`);
}
