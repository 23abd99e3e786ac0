import type { Figure } from './context.ts';

export const atLeast = (name: string, value: number, min: number): Figure => ({
  name,
  value,
  target: `≥ ${min}`,
  ok: value >= min,
});
export const atMost = (name: string, value: number, max: number): Figure => ({
  name,
  value,
  target: `≤ ${max}`,
  ok: value <= max,
});
