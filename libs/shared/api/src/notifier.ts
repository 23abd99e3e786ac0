import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface Notice {
  readonly accountIds: readonly string[];
  /** One of `NOTIFICATION_EVENTS` of the notifications domain. */
  readonly event: string;
  /** What it is about, such as `consultation:<id>`; nothing when it is about the account itself. */
  readonly object?: string;
}

type Carrier = (tx: EntityManager, notice: Notice) => Promise<void>;

/**
 * Lets domains that stand below the notifications tell people something, as part of the transaction that does it. Where
 * there are no notifications (the tests of one domain), nothing is told.
 */
@Injectable()
export class Notifier {
  private carrier: Carrier | null = null;

  carriedBy(carrier: Carrier): void {
    this.carrier = carrier;
  }

  async notify(tx: EntityManager, notice: Notice): Promise<void> {
    await this.carrier?.(tx, notice);
  }
}
