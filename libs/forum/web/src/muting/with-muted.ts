import type { QueryClient } from '@tanstack/react-query';

/** What is kept of messages and of topics. */
const KEPT = ['debate', 'debates', 'debates-pinned', 'debates-of-theme', 'followed-topics'];

/** Folds what somebody wrote, or no longer, wherever it is shown or kept. */
export function showMuted(queries: QueryClient, accountId: string, isMuted: boolean): void {
  for (const key of KEPT)
    queries.setQueriesData({ queryKey: [key] }, (kept: unknown) => withMuted(kept, accountId, isMuted));
}

/** The same data with what somebody wrote folded, or no longer, wherever it stands in it. What does not hold it stays the very same. */
export function withMuted(data: unknown, accountId: string, isMuted: boolean): unknown {
  if (Array.isArray(data)) {
    const after = data.map((one) => withMuted(one, accountId, isMuted));
    return after.every((one, at) => one === data[at]) ? data : after;
  }
  if (typeof data !== 'object' || data === null) return data;
  const entries = Object.entries(data);
  const changed = entries.map(([name, value]) => [name, withMuted(value, accountId, isMuted)] as const);
  const isTheirs = isPostOf(data, accountId);
  if (!isTheirs && changed.every(([, value], at) => value === entries[at]?.[1])) return data;
  return { ...Object.fromEntries(changed), ...(isTheirs ? { isMuted } : {}) };
}

const isPostOf = (data: { author?: unknown }, accountId: string): boolean =>
  ('topicId' in data || 'isMuted' in data) && (data.author as { id?: unknown } | null)?.id === accountId;
