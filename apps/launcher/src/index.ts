export { findChromium, type Chromium } from './chromium.ts';
export { startTestCluster, type TestCluster } from './test-cluster.ts';
export { startPostgres, type Postgres } from './embedded-postgres.ts';
