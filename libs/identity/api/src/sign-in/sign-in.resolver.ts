import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Response } from 'express';
import { Access, CurrentActor } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { ConfirmSignInService } from './confirm-sign-in.service';
import { Entry } from './entry';
import { RegisterService } from './register.service';
import { RegisterInput, RegisterResult } from './register.types';
import { SignInCookies, type Exchange } from './sign-in-cookies';
import { SignInService } from './sign-in.service';
import { ConfirmSignInArgs, SignInPending, SignInRequested, SignInResult } from './sign-in.types';

@Resolver()
export class SignInResolver {
  constructor(
    private readonly signIn: SignInService,
    private readonly confirmation: ConfirmSignInService,
    private readonly registration: RegisterService,
    private readonly entry: Entry,
    private readonly cookies: SignInCookies,
  ) {}

  @Mutation(() => SignInRequested)
  @Access('public')
  requestSignIn(@Args('email') email: string, @Context() exchange: Exchange): Promise<SignInRequested> {
    return this.signIn.request(email, this.cookies.browserOf(exchange));
  }

  @Mutation(() => SignInResult)
  @Access('public')
  confirmSignIn(
    @Args() proof: ConfirmSignInArgs,
    @CurrentActor() actor: Actor,
    @Context() exchange: Exchange,
  ): Promise<typeof SignInResult> {
    return this.confirmation.confirm(
      proof,
      this.cookies.placeOf(exchange, actor),
      this.cookies.keeper(exchange),
    );
  }

  @Query(() => SignInPending, {
    nullable: true,
    description: 'What this browser still has to give for its session to open.',
  })
  @Access('public')
  pendingSignIn(@Context() exchange: Exchange): Promise<SignInPending | null> {
    return this.entry.pendingOf(this.cookies.browserOf(exchange));
  }

  @Mutation(() => RegisterResult, { description: 'Creates the account, at the first sign-in.' })
  @Access('public')
  register(
    @Args('input') input: RegisterInput,
    @CurrentActor() actor: Actor,
    @Context() exchange: Exchange,
  ): Promise<typeof RegisterResult> {
    return this.registration.register(
      input,
      this.cookies.placeOf(exchange, actor),
      this.cookies.keeper(exchange),
    );
  }

  /** Open to all: a session that has ended meanwhile is signed out of like any other. */
  @Mutation(() => Boolean)
  @Access('public')
  async signOut(@CurrentActor() actor: Actor, @Context('res') response: Response): Promise<boolean> {
    await this.signIn.signOut(actor);
    this.cookies.forget(response);
    return true;
  }
}
