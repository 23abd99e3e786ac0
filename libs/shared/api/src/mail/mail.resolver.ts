import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@preau/shared-domain';
import { Access, CurrentActor } from '../access';
import type { Connection } from '../connection';
import { MailDesk } from './mail-desk';
import { DeadMailConnection, MailFigures, RetryMailResult, type DeadMail } from './mail.types';

@Resolver()
export class MailResolver {
  constructor(private readonly desk: MailDesk) {}

  @Query(() => MailFigures)
  @Access('admin')
  mailFigures(): Promise<MailFigures> {
    return this.desk.figures();
  }

  @Query(() => DeadMailConnection)
  @Access('admin')
  deadMails(
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => ID, nullable: true }) after: string | null,
  ): Promise<Connection<DeadMail>> {
    return this.desk.dead(first, after);
  }

  @Mutation(() => RetryMailResult)
  @Access('admin')
  retryMail(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<typeof RetryMailResult> {
    return this.desk.retry(actor, id);
  }
}
