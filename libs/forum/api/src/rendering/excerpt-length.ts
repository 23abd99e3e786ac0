import { badInput } from '@preau/shared-api';

/** Characters of an excerpt. */
export const EXCERPT = { usual: 240, max: 300 } as const;

/** The length that was asked for, unless it is too much. */
export function excerptLength(length: number): number {
  if (length < 1 || length > EXCERPT.max) throw badInput(`Demandez de 1 à ${EXCERPT.max} caractères.`);
  return length;
}
