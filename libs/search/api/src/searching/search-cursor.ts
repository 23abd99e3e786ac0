import { badInput } from '@preau/shared-api';

/** Where a page ends: the key results are ordered by, then the place in the index. */
export interface SearchCursor {
  readonly key: number;
  readonly seq: string;
}

export const writeCursor = ({ key, seq }: SearchCursor): string => `${String(key)}_${seq}`;

export function readCursor(text: string | null | undefined): SearchCursor | null {
  if (!text) return null;
  const [key = '', seq = ''] = text.split('_');
  const isNumber = key !== '' && Number.isFinite(Number(key));
  if (!isNumber || !/^\d{1,18}$/.test(seq)) throw badInput('Ce curseur n’est pas valable.');
  return { key: Number(key), seq };
}
