import { randomUUID } from 'node:crypto';
import { ChangeFeed, transaction } from '@preau/shared-api';
import type { TestApi } from './test-api';

/** Waits until the API has heard of all that was announced before: PostgreSQL tells in the order of commits. */
export async function heard(api: TestApi): Promise<void> {
  const feed = api.get(ChangeFeed);
  const probe = `probe:${randomUUID()}`;
  const told = new Promise<void>((resolve) => {
    const leave = feed.subscribe((topic) => {
      if (topic !== probe) return;
      leave();
      resolve();
    });
  });
  await transaction(api.database, (tx) => feed.announce(tx, probe));
  await told;
}
