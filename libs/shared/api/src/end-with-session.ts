import type { NextFunction, Response } from 'express';
import { VISITOR } from '@preau/shared-domain';
import type { ActingRequest } from './access';
import type { EndedSessions } from './ended-sessions';

/** The request that ends its own session, by signing out for one, has this long to say so. */
const LAST_WORDS_MS = 1_500;

/** Cuts the answers still under way when the session they are given to has ended. */
export const endWithSession =
  (ended: EndedSessions) => (request: ActingRequest, response: Response, next: NextFunction) => {
    let lastWords: NodeJS.Timeout | undefined;
    const cut = () => {
      lastWords = setTimeout(() => response.destroy(), LAST_WORDS_MS).unref();
    };
    const release = ended.watch(request.actor ?? VISITOR, cut, { evenIdle: true });
    response.once('close', () => {
      release();
      clearTimeout(lastWords);
    });
    next();
  };
