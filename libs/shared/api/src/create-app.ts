import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { ActorSource, actorMiddleware } from './actor-source';
import { bodyInTime, FILE_MS } from './body-in-time';
import { CONFIG, type Config } from './config';
import { endWithSession } from './end-with-session';
import { EndedSessions } from './ended-sessions';
import { answerError, HttpErrors } from './http-errors';
import { quietLegacyUrlParser } from './legacy-url';
import { createLogger } from './log';
import { trustProxies } from './network-place';
import { originCheck } from './origin-check';
import { PersistedDocuments } from './persisted-documents';
import { ResponseCache } from './response-cache';
import { securityHeaders } from './security-headers';
import { SubscriptionServer } from './subscriptions/subscription-server';

/** Larger than any honest submission (its answers are limited to far less), small enough to hold in memory. */
const BODY_LIMIT = '1mb';

/**
 * The HTTP application around a set of domains, as served by `main.ts` and by the tests. `others` answer what is not the
 * API's (the web client): Nest refuses every address left over when it starts, so they cannot be added afterwards.
 */
export async function createApp(
  root: Type,
  ...others: ((config: Config) => RequestHandler)[]
): Promise<NestExpressApplication> {
  quietLegacyUrlParser();
  const app = await NestFactory.create<NestExpressApplication>(root, {
    bodyParser: false,
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  const config = app.get<Config>(CONFIG);
  const log = createLogger(config, 'http');
  app.disable('x-powered-by');
  app.disable('etag');
  trustProxies(app, config);
  app.use(app.get(ResponseCache).middleware);
  app.use(securityHeaders(config.publicUrl.startsWith('https:')));
  app.use(bodyInTime);
  app.use(originCheck(config.publicUrl));
  for (const other of others) app.use(other(config));
  app.use('/graphql', onlyUtf8, express.json({ limit: BODY_LIMIT }));
  app.use('/graphql', app.get(PersistedDocuments).middleware);
  app.use(actorMiddleware(app.get(ActorSource)));
  app.use(endWithSession(app.get(EndedSessions)));
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (error) answerError(error, request, response, log);
    else next();
  });
  app.useGlobalFilters(new HttpErrors(log));
  app.enableShutdownHooks();
  await app.init();
  const server = app.getHttpServer();
  // Node never closes a connection that drips its headers or body; these do.
  server.headersTimeout = 10_000;
  server.requestTimeout = FILE_MS;
  const { schema } = app.get(GraphQLSchemaHost, { strict: false });
  app.get(SubscriptionServer, { strict: false }).attach(server, schema, app.get(ActorSource));
  return app;
}

/** `charset=utf-7` and its like reach the JSON parser by default, and have carried attacks past filters. */
function onlyUtf8(request: Request, response: Response, next: NextFunction) {
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
  if (charset === undefined || /^utf-?8$/i.test(charset)) next();
  else {
    response
      .status(415)
      .json({ errors: [{ message: 'Envoyez la requête en UTF-8.', extensions: { code: 'BAD_INPUT' } }] });
  }
}
