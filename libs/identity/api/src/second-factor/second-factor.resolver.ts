import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { SignInCookies, type Exchange } from '../sign-in/sign-in-cookies';
import { KeepSecondFactorService } from './keep-second-factor.service';
import { ResetSecondFactorService } from './reset-second-factor.service';
import {
  BeginSecondFactorResult,
  RecoveryCodesResult,
  RemoveSecondFactorResult,
  ResetSecondFactorResult,
  ShowSecondFactorResult,
} from './second-factor.types';
import { SetUpSecondFactorService } from './set-up-second-factor.service';
import { ShowSecondFactorService } from './show-second-factor.service';

/** Wherever `code` is taken of a second factor that serves, a recovery code does as well, once. */
@Resolver()
export class SecondFactorResolver {
  constructor(
    private readonly setUp: SetUpSecondFactorService,
    private readonly showing: ShowSecondFactorService,
    private readonly keeping: KeepSecondFactorService,
    private readonly resetting: ResetSecondFactorService,
    private readonly cookies: SignInCookies,
  ) {}

  @Mutation(() => BeginSecondFactorResult, {
    description: 'A key for an application of codes. To replace one that serves, `code` is one of its codes.',
  })
  @Access('signed-in')
  beginSecondFactor(
    @Args('code', { type: () => String, nullable: true }) code: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<typeof BeginSecondFactorResult> {
    return this.setUp.begin(actor, code ?? null);
  }

  @Mutation(() => RecoveryCodesResult, {
    description: 'The first code of the key that `beginSecondFactor` gave: it serves from now on.',
  })
  @Access('signed-in')
  confirmSecondFactorSetup(
    @Args('code') code: string,
    @CurrentActor() actor: Actor,
    @Context() exchange: Exchange,
  ): Promise<typeof RecoveryCodesResult> {
    return this.setUp.confirm(actor, code, this.cookies.keeper(exchange));
  }

  @Mutation(() => ShowSecondFactorResult, {
    description: 'Finishes the sign-in of this browser: see `pendingSignIn`.',
  })
  @Access('public')
  confirmSecondFactor(
    @Args('code') code: string,
    @CurrentActor() actor: Actor,
    @Context() exchange: Exchange,
  ): Promise<typeof ShowSecondFactorResult> {
    return this.showing.confirm(code, this.cookies.placeOf(exchange, actor), this.cookies.keeper(exchange));
  }

  @Mutation(() => ShowSecondFactorResult, {
    description: 'For a session opened without it: its rights that waited are in force from now on.',
  })
  @Access('signed-in')
  showSecondFactor(
    @Args('code') code: string,
    @CurrentActor() actor: Actor,
    @Context() exchange: Exchange,
  ): Promise<typeof ShowSecondFactorResult> {
    return this.showing.show(code, actor, this.cookies.keeper(exchange));
  }

  @Mutation(() => RecoveryCodesResult, { description: 'The earlier ones serve no more.' })
  @Access('signed-in')
  renewRecoveryCodes(
    @Args('code') code: string,
    @CurrentActor() actor: Actor,
  ): Promise<typeof RecoveryCodesResult> {
    return this.keeping.renewRecoveryCodes(actor, code);
  }

  @Mutation(() => RemoveSecondFactorResult)
  @Access('signed-in')
  removeSecondFactor(
    @Args('code') code: string,
    @CurrentActor() actor: Actor,
    @Context() exchange: Exchange,
  ): Promise<typeof RemoveSecondFactorResult> {
    return this.keeping.remove(actor, code, this.cookies.keeper(exchange));
  }

  @Mutation(() => ResetSecondFactorResult, {
    description: 'Administrators: removes one that was lost. Every session of the account ends.',
  })
  @Access('admin')
  resetSecondFactor(
    @CurrentActor() actor: Actor,
    @Args('accountId', { type: () => ID }) accountId: string,
    @Args('reason') reason: string,
  ): Promise<typeof ResetSecondFactorResult> {
    return this.resetting.reset(actor, accountId, reason);
  }
}
