import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Notifier } from '@preau/shared-api';
import { Sessions } from '../sessions/sessions';

type RightsEvent = 'ROLE_GRANTED' | 'ROLE_REVOKED' | 'ACCOUNT_SUSPENDED' | 'ACCOUNT_RESTORED';

/** What follows a change of somebody's rights, in its transaction: their sessions end, and they are told. */
@Injectable()
export class RightsChanged {
  constructor(
    private readonly sessions: Sessions,
    private readonly notifier: Notifier,
  ) {}

  async follow(tx: EntityManager, accountId: string, event: RightsEvent): Promise<void> {
    await this.sessions.endAll(tx, accountId);
    await this.notifier.notify(tx, { accountIds: [accountId], event });
  }
}
