import { type Question } from '../definition';
import { type CheckContext } from './kind';

/** Bounds that may also hold ISO days, read as numbers. */
export function numericBound(bound: Question['min']): number | undefined {
  return typeof bound === 'number' ? bound : undefined;
}

/** Reports a list that holds fewer or more items than its question asks for. */
export function checkCount(
  count: number,
  min: number | undefined,
  max: number | undefined,
  { report }: CheckContext,
): void {
  if (min !== undefined && count < min) report([], 'TOO_FEW', { limit: min, actual: count });
  if (max !== undefined && count > max) report([], 'TOO_MANY', { limit: max, actual: count });
}
