import type { DataSource } from 'typeorm';
import type { Establishment } from '../establishments/establishment.entity';
import type { Network } from './network.entity';

interface NetworkSearch {
  readonly academie: string | null;
  readonly words: readonly string[];
}

/** By name, after the one of this id. There are a few thousand at most: no index on their words. */
export function findNetworks(
  database: DataSource,
  { academie, words }: NetworkSearch,
  limit: number,
  after: string | null,
): Promise<Network[]> {
  return database.query<Network[]>(
    `SELECT id, name, kind, academie FROM network
     WHERE ($1::text IS NULL OR academie = $1)
       AND establishment_search_text(name, kind, id) LIKE ALL ($2::text[])
       AND ($3::text IS NULL OR (name, id) > (SELECT name, id FROM network WHERE id = $3))
     ORDER BY name, id LIMIT $4`,
    [academie, words.map((word) => `% ${word}%`), after, limit],
  );
}

/** The establishments of a network, closed ones too, by number. */
export function findMembers(
  database: DataSource,
  networkId: string,
  limit: number,
  after: string | null,
): Promise<Establishment[]> {
  return database.query<Establishment[]>(
    `SELECT establishment.uai, name, kind, commune, departement, academie, is_open AS "isOpen"
     FROM network_member JOIN establishment USING (uai)
     WHERE network_id = $1 AND ($2::text IS NULL OR uai > $2)
     ORDER BY uai LIMIT $3`,
    [networkId, after, limit],
  );
}
