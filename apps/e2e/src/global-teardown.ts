export default async function globalTeardown(): Promise<void> {
  await globalThis.preauProduct?.stop();
  globalThis.preauProduct?.removeData();
}
