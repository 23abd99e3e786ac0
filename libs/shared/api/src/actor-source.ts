import { VISITOR, type Actor, type RoleGrant } from '@preau/shared-domain';
import type { NextFunction, Response } from 'express';
import type { ActingRequest } from './access';

export type SignedIn = Extract<Actor, { kind: 'account' }>;

/** What a session is worth now. */
export interface Standing {
  readonly grants: readonly RoleGrant[];
  /** Nobody has used it for longer than it may be left. */
  readonly isIdle: boolean;
}

/** Says who sends a request. The identity domain provides it; the frame only asks. */
export abstract class ActorSource {
  abstract actorOf(request: ActingRequest): Promise<Actor>;

  /** The standing of actors' sessions as the database has them, by session id; those that have ended are left out. */
  abstract standings(actors: readonly SignedIn[]): Promise<ReadonlyMap<string, Standing>>;
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
