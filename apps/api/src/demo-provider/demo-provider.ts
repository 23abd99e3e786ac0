import express, { type RequestHandler } from 'express';
import { DEMONSTRATION_PATH, type Config } from '@preau/shared-api';

/**
 * The provider of identities of the embedded demonstration, on the site's own port: nothing more to start, to stop or to find
 * a port for. It is loaded when somebody first comes to it; a server that is not a demonstration never loads it.
 */
export function demoProvider({ EMBEDDED, providers, publicUrl }: Config): RequestHandler {
  const router = express.Router();
  const client = providers.find(({ name }) => name === 'demonstration');
  if (!EMBEDDED || !client) return router;
  let loaded: Promise<RequestHandler> | undefined;
  router.use(DEMONSTRATION_PATH, (request, response, next) => {
    loaded ??= import('./provider').then(({ providerOf }) => providerOf(client, publicUrl));
    loaded.then((handle) => handle(request, response, next), next);
  });
  return router;
}
