import { SetMetadata, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { VISITOR, type Actor, type Role } from '@preau/shared-domain';
import type { Request } from 'express';

export type AccessLevel = 'public' | 'signed-in' | Role;

export interface AccessRule {
  readonly level: AccessLevel;
  /** Public queries only: how long the same bytes may be served to every visitor. */
  readonly cacheSeconds?: number;
}

export const ACCESS = 'preau:access';

/** Who may call an operation. Every query, mutation and route declares it, or the API refuses to start. */
export const Access = (level: AccessLevel, options: Omit<AccessRule, 'level'> = {}) =>
  SetMetadata(ACCESS, { level, ...options } satisfies AccessRule);

export type ActingRequest = Request & { actor?: Actor };

export function requestOf(context: ExecutionContext): ActingRequest {
  return context.getType<string>() === 'graphql'
    ? GqlExecutionContext.create(context).getContext<{ req: ActingRequest }>().req
    : context.switchToHttp().getRequest<ActingRequest>();
}

/** The actor of the request, in a resolver's or a controller's arguments. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => requestOf(context).actor ?? VISITOR,
);
