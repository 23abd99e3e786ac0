import type { Config } from '@preau/shared-api';
import type { NestExpressApplication } from '@nestjs/platform-express';

/** Serves the built web client: hashed files for good, the page for every other address. */
export function serveWeb(_app: NestExpressApplication, _config: Config): void {
  // Filled once there is a web client to serve.
}
