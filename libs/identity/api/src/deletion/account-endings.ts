import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@preau/shared-domain';
import type { EntityManager } from 'typeorm';

/** What a domain does of its own rows when somebody deletes their account. */
export interface AccountEnding {
  /** As soon as it is asked for, before anything else: the last moment at which their session tells what is theirs. */
  whileLinked?(tx: EntityManager, actor: SignedIn): Promise<unknown>;
  /** As soon as it is asked for; changing one's mind does not bring it back. */
  atOnce?(tx: EntityManager, accountId: string): Promise<unknown>;
  /** Thirty days later: what is left of the person goes. What stays is a contributor's without a name. */
  atEnd?(tx: EntityManager, accountId: string): Promise<unknown>;
}

/** Each domain that keeps something of an account adds its ending when its module starts. Each must bear being run twice. */
@Injectable()
export class AccountEndings {
  private readonly endings: AccountEnding[] = [];

  add(ending: AccountEnding): void {
    this.endings.push(ending);
  }

  async atOnce(tx: EntityManager, actor: SignedIn): Promise<void> {
    for (const ending of this.endings) await ending.whileLinked?.(tx, actor);
    for (const ending of this.endings) await ending.atOnce?.(tx, actor.accountId);
  }

  async atEnd(tx: EntityManager, accountId: string): Promise<void> {
    for (const ending of this.endings) await ending.atEnd?.(tx, accountId);
  }
}
