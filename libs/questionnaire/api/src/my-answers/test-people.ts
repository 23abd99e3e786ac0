import { randomUUID } from 'node:crypto';
import { Account } from '@preau/identity-api';
import type { TestActor, TestApi } from '@preau/testing';

/** Somebody signed in. */
export async function aPerson(api: TestApi): Promise<TestActor> {
  const accountId = randomUUID();
  await api.database.manager.insert(Account, {
    id: accountId,
    email: `${accountId}@preau.test`,
    displayName: 'Camille',
  });
  return { accountId, roles: [] };
}
