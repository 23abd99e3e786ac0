import { VISITOR, type Actor } from '@preau/shared-domain';
import type { NextFunction, Response } from 'express';
import type { ActingRequest } from './access';

/** Says who sends a request. The identity domain provides it; the frame only asks. */
export abstract class ActorSource {
  abstract actorOf(request: ActingRequest): Promise<Actor>;
}

export const actorMiddleware =
  (source: ActorSource) => (request: ActingRequest, _: Response, next: NextFunction) => {
    if (request.headers.cookie === undefined && request.headers.authorization === undefined) {
      request.actor = VISITOR;
      next();
      return;
    }
    source.actorOf(request).then(
      (actor) => {
        request.actor = actor;
        next();
      },
      (error: unknown) => {
        next(error);
      },
    );
  };
