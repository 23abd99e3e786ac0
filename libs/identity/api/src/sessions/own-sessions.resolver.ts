import { Args, Context, ID, Int, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import type { Response } from 'express';
import { Access, CurrentActor, type Connection } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { OwnSessionsService } from './own-sessions.service';
import { AccountSecurity, OpenSession, OpenSessionConnection } from './security.types';
import { SessionCookie } from './session-cookie';

@Resolver(() => AccountSecurity)
export class OwnSessionsResolver {
  constructor(
    private readonly own: OwnSessionsService,
    private readonly cookie: SessionCookie,
  ) {}

  @ResolveField(() => OpenSessionConnection, { description: 'The newest first.' })
  sessions(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => ID, nullable: true }) after: string | null,
  ): Promise<Connection<OpenSession>> {
    return this.own.list(actor, first ?? null, after ?? null);
  }

  @Mutation(() => OpenSession, {
    description: 'Says that one is still there: the session ends as late as it can.',
  })
  @Access('signed-in')
  extendSession(@CurrentActor() actor: Actor): Promise<OpenSession> {
    return this.own.extend(actor);
  }

  @Mutation(() => Boolean, { description: 'One of one’s own.' })
  @Access('signed-in')
  async endSession(
    @Args('id', { type: () => ID }) id: string,
    @CurrentActor() actor: Actor,
    @Context('res') response: Response,
  ): Promise<boolean> {
    if (await this.own.end(actor, id)) this.cookie.take(response);
    return true;
  }

  @Mutation(() => Int, { description: 'All of one’s own but this one; how many there were.' })
  @Access('signed-in')
  endOtherSessions(@CurrentActor() actor: Actor): Promise<number> {
    return this.own.endAll(actor, { keepThis: true });
  }

  @Mutation(() => Int, { description: 'Ends all of one’s own sessions, this one too; how many there were.' })
  @Access('signed-in')
  async signOutEverywhere(@CurrentActor() actor: Actor, @Context('res') response: Response): Promise<number> {
    const ended = await this.own.endAll(actor, { keepThis: false });
    this.cookie.take(response);
    return ended;
  }
}
