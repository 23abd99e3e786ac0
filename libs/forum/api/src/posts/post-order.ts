import type { Order } from '@preau/forum-domain';
import { badInput, isUuid } from '@preau/shared-api';

export interface Sorting {
  /** What rows are ordered by, then by id. */
  readonly column: 'created_at' | 'active_at' | 'supports';
  readonly direction: 'ASC' | 'DESC';
}

export const SORTINGS: Readonly<Record<Order, Sorting>> = {
  ACTIVITY: { column: 'active_at', direction: 'DESC' },
  RECENT: { column: 'created_at', direction: 'DESC' },
  SUPPORTS: { column: 'supports', direction: 'DESC' },
  OLDEST: { column: 'created_at', direction: 'ASC' },
};

/** The place of a row in an order: a count, or microseconds, which a JavaScript date would round. */
export interface Place {
  readonly key: string;
  readonly id: string;
}

/** A row's place as text of the database: `alias.key`. */
export const keySql = ({ column }: Sorting, alias: string): string =>
  column === 'supports'
    ? `${alias}.supports::text`
    : `(extract(epoch FROM ${alias}.${column}) * 1000000)::bigint::text`;

/** « Comes after the place of parameters `key` and `id` », true where there is no place. */
export function afterSql({ column, direction }: Sorting, alias: string, key: string, id: string): string {
  const value =
    column === 'supports'
      ? `${key}::int`
      : `'epoch'::timestamptz + ${key}::bigint * interval '1 microsecond'`;
  return `(${alias}.${column}, ${alias}.id) ${direction === 'ASC' ? '>' : '<'} (${value}, ${id}::uuid)`;
}

export const orderSql = ({ column, direction }: Sorting, alias: string): string =>
  `${alias}.${column} ${direction}, ${alias}.id ${direction}`;

/** The order read from its end. */
export const reversed = ({ column, direction }: Sorting): Sorting => ({
  column,
  direction: direction === 'ASC' ? 'DESC' : 'ASC',
});

export const cursorOf = ({ key, id }: Place): string => Buffer.from(`${key} ${id}`).toString('base64url');

/** The place a cursor names; only those that were handed out are read. */
export function placeOf(cursor: string | null | undefined): Place | null {
  if (!cursor) return null;
  const [key = '', id = '', ...more] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (!/^\d{1,18}$/.test(key) || !isUuid(id) || more.length > 0)
    throw badInput('Le champ « after » doit être un curseur reçu avec une page.');
  return { key, id };
}
