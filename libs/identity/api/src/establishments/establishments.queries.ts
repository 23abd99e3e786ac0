import type { DataSource } from 'typeorm';
import type { Establishment } from './establishment.entity';

export interface EstablishmentSearch {
  readonly words: readonly string[];
  readonly departement: string | null;
}

const COLUMNS = 'uai, name, kind, commune, departement, academie, is_open AS "isOpen"';

/** Each word begins a word of the text: the index on its trigrams serves two letters as well as ten. */
function conditions({ words, departement }: EstablishmentSearch): { where: string; values: unknown[] } {
  const values: unknown[] = words.map((word) => `% ${word}%`);
  const where = ['is_open', ...words.map((_, index) => `search_text LIKE $${index + 1}`)];
  if (departement !== null) {
    values.push(departement);
    where.push(`departement = $${values.length}`);
  }
  return { where: where.join(' AND '), values };
}

/** Open establishments, by département, commune and name, after the one of this number. */
export async function findEstablishments(
  database: DataSource,
  search: EstablishmentSearch,
  limit: number,
  after: string | null,
): Promise<Establishment[]> {
  const { where, values } = conditions(search);
  const order = 'departement, commune, name, uai';
  const following = `(${order}) > (SELECT ${order} FROM establishment WHERE uai = $${values.length + 2})`;
  return database.query<Establishment[]>(
    `SELECT ${COLUMNS} FROM establishment WHERE ${where}${after === null ? '' : ` AND ${following}`}
     ORDER BY ${order} LIMIT $${values.length + 1}`,
    [...values, limit, ...(after === null ? [] : [after])],
  );
}

/** How many there are, or null beyond `most`: counting tens of thousands tells nobody anything. */
export async function countEstablishments(
  database: DataSource,
  search: EstablishmentSearch,
  most: number,
): Promise<number | null> {
  const { where, values } = conditions(search);
  const [row] = await database.query<{ count: number }[]>(
    `SELECT count(*)::int AS count
     FROM (SELECT 1 FROM establishment WHERE ${where} LIMIT $${values.length + 1}) AS found`,
    [...values, most + 1],
  );
  return row && row.count <= most ? row.count : null;
}
