import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Which themes there are: the consultation domain, which stands on this one, comes and says so. */
@Injectable()
export class KnownThemes {
  private source: (tx: EntityManager, id: string) => Promise<boolean> = () => Promise.resolve(false);

  tellBy(source: (tx: EntityManager, id: string) => Promise<boolean>): void {
    this.source = source;
  }

  isKnown(tx: EntityManager, id: string): Promise<boolean> {
    return this.source(tx, id);
  }
}
