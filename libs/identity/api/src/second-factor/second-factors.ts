import { Injectable } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { SecondFactor } from './second-factor.entity';

/** What the rest of the domain asks of second factors. */
@Injectable()
export class SecondFactors {
  /** Whether an account has a second factor that works. */
  has(tx: EntityManager, accountId: string): Promise<boolean> {
    return tx.existsBy(SecondFactor, { accountId, confirmedAt: Not(IsNull()) });
  }
}
