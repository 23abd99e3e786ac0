import { withClient } from './roles.ts';
import type { Settings } from '../site/settings.ts';
import { Refusal } from '../run/terminal.ts';

/** Checks that both roles can enter the existing PostgreSQL, or refuses with the sentence that mends it. */
export async function requireDatabase(database: NonNullable<Settings['database']>): Promise<void> {
  for (const [name, url] of [
    ['DATABASE_OWNER_URL', database.ownerUrl],
    ['DATABASE_URL', database.apiUrl],
  ] as const) {
    try {
      await withClient(url, async (client) => {
        const { rows } = await client.query<{ version: number }>(
          "SELECT current_setting('server_version_num')::int AS version",
        );
        if ((rows[0]?.version ?? 0) < 180000)
          throw new Refusal(
            `La base indiquée par ${name} est trop ancienne : PostgreSQL 18 ou plus récent est nécessaire.`,
          );
      });
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw new Refusal(connectionRefusal(name, url, error as Error & { code?: string }));
    }
  }
}

/** The sentence for a database that cannot be entered; the password is never repeated. */
export function connectionRefusal(name: string, url: string, error: Error & { code?: string }): string {
  const { host, pathname, username } = new URL(url);
  const place = host || 'localhost';
  switch (error.code) {
    case 'ECONNREFUSED':
      return `La base de données ne répond pas à ${place} (connexion refusée) : démarrez PostgreSQL, ou corrigez ${name}.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `Le serveur de base de données ${place} est introuvable : corrigez ${name}.`;
    case '28P01':
    case '28000':
      return `La base de données à ${place} refuse le rôle « ${decodeURIComponent(username)} » (mot de passe ou autorisation) : corrigez ${name}.`;
    case '3D000':
      return `La base « ${decodeURIComponent(pathname.slice(1))} » n’existe pas à ${place} : créez-la, ou corrigez ${name}.`;
    case '42501':
      return `Le rôle « ${decodeURIComponent(username)} » n’a pas le droit d’entrer dans la base « ${pathname.slice(1)} » : donnez-lui CONNECT, ou corrigez ${name}.`;
    default:
      return `La base de données à ${place} est injoignable (${error.message.split('\n')[0] || (error.code ?? 'sans raison donnée')}) : vérifiez le réseau et ${name}.`;
  }
}
