/** Ends what `jest-global-setup` started. */
export default async function tearDown(): Promise<void> {
  await globalThis.preauTestCluster?.stop();
}
