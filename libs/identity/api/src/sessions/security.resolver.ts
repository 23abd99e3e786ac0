import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Account } from '../accounts/account.entity';
import { OwnSessionsService } from './own-sessions.service';
import { AccountSecurity } from './security.types';

@Resolver(() => Account)
export class SecurityResolver {
  constructor(private readonly sessions: OwnSessionsService) {}

  @ResolveField(() => AccountSecurity, { nullable: true, description: 'None of anybody but oneself.' })
  security(@Parent() account: Account, @CurrentActor() actor: Actor): Promise<AccountSecurity | null> {
    return this.sessions.security(actor, account.id);
  }
}
