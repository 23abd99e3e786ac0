import { mkdirSync } from 'node:fs';
import { startProduct, type Product } from './product';

declare global {
  var preauProduct: Product | undefined;
}

/** One product for all journeys, with its demonstration data. Each journey answers as somebody new. */
export default async function globalSetup(): Promise<void> {
  // A product that already runs can be walked through instead: E2E_URL=… E2E_MAIL=….
  if (process.env['E2E_URL']) return;
  mkdirSync('.data', { recursive: true });
  const product = await startProduct();
  globalThis.preauProduct = product;
  Object.assign(process.env, { E2E_URL: product.url, E2E_MAIL: product.mailFolder });
}
