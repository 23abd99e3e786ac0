import { randomUUID } from 'node:crypto';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { FrameError } from './errors';

/** Errors of plain HTTP routes: the frame's own say what they are, the rest is masked under an id. */
@Catch()
export class HttpErrors implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost) {
    if (host.getType<string>() === 'graphql') throw error;
    const http = host.switchToHttp();
    answerError(error, http.getRequest(), http.getResponse(), this.log);
  }
}

interface BodyFault {
  status: number;
  type: string;
}

const isBodyFault = (error: unknown): error is BodyFault =>
  typeof error === 'object' &&
  error !== null &&
  'type' in error &&
  'status' in error &&
  typeof error.status === 'number' &&
  error.status >= 400 &&
  error.status < 500;

export function answerError(error: unknown, request: Request, response: Response, log: Logger) {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (error instanceof FrameError || (error instanceof HttpException && error.getStatus() < 500)) {
    const code = error instanceof FrameError ? error.extensions.code : 'BAD_INPUT';
    respond(response, error.getStatus(), code, error.message);
  } else if (isBodyFault(error)) {
    const tooLarge = error.status === 413;
    respond(
      response,
      error.status,
      'BAD_INPUT',
      tooLarge ? 'La requête est trop volumineuse.' : 'La requête est mal formée.',
    );
  } else {
    const requestId = randomUUID();
    log.error({ requestId, err: error, method: request.method, path: request.path }, 'request failed');
    respond(response, 500, 'INTERNAL', 'Une erreur est survenue de notre côté.', requestId);
  }
}

function respond(response: Response, status: number, code: string, message: string, requestId?: string) {
  response
    .status(status)
    .json({ errors: [{ message, extensions: { code, ...(requestId && { requestId }) } }] });
}
