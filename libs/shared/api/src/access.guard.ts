import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { hasRole, VISITOR } from '@preau/shared-domain';
import { ACCESS, requestOf, type AccessRule } from './access';
import { notFound, unauthenticated } from './errors';

/** Enforces `@Access`. To somebody signed in without the role, the operation does not exist. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS, context.getHandler());
    if (!rule) throw notFound();
    if (rule.level === 'public') return true;
    const actor = requestOf(context).actor ?? VISITOR;
    if (actor.kind === 'visitor') throw unauthenticated();
    if (rule.level === 'signed-in' || hasRole(actor, rule.level)) return true;
    throw notFound();
  }
}
