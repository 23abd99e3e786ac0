import { loadTerritories } from '@preau/ui';

/** The pages of a questionnaire, each in its own file. Loaded ahead once answering begins: no page needs the network then. */
export const pages = {
  intro: () => import('./intro-page'),
  section: () => import('./section-page'),
  later: () => import('./later-page'),
  review: () => import('./review-page'),
  conflict: () => import('./conflict-page'),
  receipt: () => import('../receipts/receipt-page'),
};

/** Everything the pages may still need. A failure is left to the page that does need it. */
export async function loadAhead(): Promise<void> {
  const others = [loadTerritories, () => import('./pattern-engine')];
  await Promise.allSettled([...Object.values(pages), ...others].map((load) => load()));
}
