import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { Response } from 'express';
import { Access, CurrentActor } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { SessionCookie } from '../sessions/session-cookie';
import { SignInService } from './sign-in.service';
import { ConfirmSignInArgs, SignInRequested, SignInResult } from './sign-in.types';

@Resolver()
export class SignInResolver {
  constructor(
    private readonly signIn: SignInService,
    private readonly cookie: SessionCookie,
  ) {}

  @Mutation(() => SignInRequested)
  @Access('public')
  requestSignIn(@Args('email') email: string): Promise<SignInRequested> {
    return this.signIn.request(email);
  }

  @Mutation(() => SignInResult)
  @Access('public')
  confirmSignIn(
    @Args() proof: ConfirmSignInArgs,
    @CurrentActor() actor: Actor,
    @Context('res') response: Response,
  ): Promise<typeof SignInResult> {
    return this.signIn.confirm(proof, actor, (secret) => {
      this.cookie.give(response, secret);
    });
  }

  /** Open to all: a session that has ended meanwhile is signed out of like any other. */
  @Mutation(() => Boolean)
  @Access('public')
  async signOut(@CurrentActor() actor: Actor, @Context('res') response: Response): Promise<boolean> {
    await this.signIn.signOut(actor);
    this.cookie.take(response);
    return true;
  }
}
