import { badInput } from '@preau/shared-api';

/** Where a page ends: the key results are ordered by, then the place in the index. */
export interface SearchCursor {
  readonly key: number;
  readonly seq: string;
}

export const writeCursor = ({ key, seq }: SearchCursor): string =>
  Buffer.from(`${String(key)} ${seq}`).toString('base64url');

export function readCursor(text: string | null | undefined): SearchCursor | null {
  if (!text) return null;
  const [key = '', seq = ''] = Buffer.from(text, 'base64url').toString('utf8').split(' ');
  const isNumber = key !== '' && Number.isFinite(Number(key));
  if (!isNumber || !/^\d{1,18}$/.test(seq)) throw badInput('Ce curseur n’est pas valable.');
  return { key: Number(key), seq };
}
