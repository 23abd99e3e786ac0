import { randomUUID } from 'node:crypto';
import { HttpException } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';

/** The only codes a client ever sees in `errors`; expected refusals are members of result unions instead. */
export type ErrorCode = 'BAD_INPUT' | 'UNAUTHENTICATED' | 'NOT_FOUND' | 'RATE_LIMITED' | 'INTERNAL';

const STATUS: Record<ErrorCode, number> = {
  BAD_INPUT: 400,
  UNAUTHENTICATED: 401,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  INTERNAL: 500,
};

/** An error the frame answers with, over GraphQL as over plain HTTP. */
export class FrameError extends HttpException {
  readonly extensions: { code: ErrorCode };
  constructor(code: ErrorCode, message: string) {
    super({ code, message }, STATUS[code]);
    this.extensions = { code };
  }
}

export const badInput = (message: string) => new FrameError('BAD_INPUT', message);
export const notFound = () => new FrameError('NOT_FOUND', 'Introuvable.');
export const unauthenticated = () => new FrameError('UNAUTHENTICATED', 'Connectez-vous pour continuer.');
export const rateLimited = () => new FrameError('RATE_LIMITED', 'Trop de tentatives : réessayez plus tard.');

/** Faults of the request that GraphQL itself reports: their messages are about the request, not about us. */
const REQUEST_FAULTS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Masks every unexpected error: what it was goes to the log under an id, which is all the client is told. */
export function maskError(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: Logger,
): GraphQLFormattedError {
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  const { locations, path } = formatted;
  if (original instanceof FrameError) {
    return { message: original.message, locations, path, extensions: original.extensions };
  }
  const code = String(formatted.extensions?.['code'] ?? '');
  if (REQUEST_FAULTS.has(code)) {
    return { message: formatted.message, locations, path, extensions: { code: 'BAD_INPUT' } };
  }
  const requestId = randomUUID();
  log.error({ requestId, err: original }, 'request failed');
  return {
    message: 'Une erreur est survenue de notre côté. Réessayez dans un instant.',
    path,
    extensions: { code: 'INTERNAL', requestId },
  };
}
