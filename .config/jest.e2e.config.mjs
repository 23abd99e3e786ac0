// Journeys in a real browser, one at a time, against the application as `npm start` runs it.
import { shared } from './jest.config.mjs';

export default {
  ...shared,
  displayName: 'e2e',
  testEnvironment: 'node',
  globalSetup: '<rootDir>/apps/e2e/src/global-setup.ts',
  globalTeardown: '<rootDir>/apps/e2e/src/global-teardown.ts',
  testMatch: ['<rootDir>/apps/e2e/src/**/*.test.ts'],
  maxWorkers: 1,
  testTimeout: 120_000,
};
