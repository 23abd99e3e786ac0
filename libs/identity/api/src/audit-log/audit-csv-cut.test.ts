import type { Server, ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { HttpAdapterHost } from '@nestjs/core';
import { aSession, startTestApi, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';
import { someone } from '../rights/test-rights';

/** Far more than sockets hold between them: the file is still being written when its reader stops. */
const ENTRIES = 2_500;
const BYTES = 8_000;

let api: TestApi;
let admin: Awaited<ReturnType<typeof someone>>;

beforeAll(async () => {
  api = await startTestApi([IdentityApiModule], { identity: true });
  await api.database.query(
    `INSERT INTO audit_entry (account_id, action, object, details)
     SELECT uuidv7(), 'test', 'test', jsonb_build_object('text', repeat('x', ${BYTES})) FROM generate_series(1, ${ENTRIES})`,
  );
});
afterAll(() => api.close());
beforeEach(async () => {
  admin = await someone(api, 'admin');
});

/** The log on its way to an administrator, of which only the beginning was read; and the moment the server lets go of it. */
async function downloading() {
  const server = api.get(HttpAdapterHost).httpAdapter.getHttpServer() as Server;
  const closed = new Promise<void>((resolve) => {
    server.prependOnceListener('request', (_request: unknown, response: ServerResponse) => {
      response.once('close', resolve);
    });
  });
  const response = await fetch(`${api.url}/exports/audit.csv`, { headers: admin.headers });
  expect(response.status).toBe(200);
  const reader = response.body!.getReader();
  const first = await reader.read();
  const rest = async () => {
    let bytes = first.value?.length ?? 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) bytes += part.value.length;
    return bytes;
  };
  return { rest, closed };
}

describe('the log under way is cut', () => {
  test('when its reader signs out', async () => {
    const { rest, closed } = await downloading();
    await api.graphql('mutation { signOut }', {}, { headers: admin.headers });
    await closed;
    await expect(rest()).rejects.toThrow();
  });

  test('when another administrator suspends them', async () => {
    const other = await someone(api, 'admin');
    const { rest, closed } = await downloading();
    const { data } = await api.graphql<{ suspendAccount: { __typename: string } }>(
      'mutation ($id: ID!) { suspendAccount(accountId: $id, reason: "Une bonne raison") { __typename } }',
      { id: admin.id },
      { headers: other.headers },
    );
    expect(data?.suspendAccount.__typename).toBe('AccountSuspended');
    await closed;
    await expect(rest()).rejects.toThrow();
  });
});

test('and arrives whole when another of their sessions ends', async () => {
  const { rest } = await downloading();
  const elsewhere = await aSession(api, admin.id);
  await api.graphql('mutation { signOut }', {}, { headers: elsewhere.headers });
  expect(await rest()).toBeGreaterThan(ENTRIES * BYTES);
});
