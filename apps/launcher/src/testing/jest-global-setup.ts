import { startTestCluster, type TestCluster } from './test-cluster.ts';

declare global {
  var preauTestCluster: TestCluster | undefined;
}

/** Once per Jest run: a PostgreSQL of its own with a migrated template, whose addresses the tests find in their environment. */
export default async function setUp(): Promise<void> {
  const cluster = await startTestCluster(process.env.TEST_DATABASE_URL);
  globalThis.preauTestCluster = cluster;
  process.env.TEST_DATABASE_URL = cluster.superUrl;
  process.env.TEST_OWNER_URL = cluster.ownerUrl;
  process.env.TEST_API_URL = cluster.apiUrl;
}
