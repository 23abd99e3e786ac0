import { Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { repeat } from '@preau/shared-api';
import { PrepareData } from './personal-data/prepare-data.service';

const TIDYING_MS = 60_000;

/** What the identity domain does in the background, besides its jobs. */
@Injectable()
export class IdentityWorker {
  private stops: (() => Promise<void>)[] = [];

  constructor(private readonly prepareData: PrepareData) {}

  start(log: Logger): void {
    this.stops = [
      repeat('tidying of data exports', TIDYING_MS, () => this.prepareData.tidy(new Date()), log),
    ];
  }

  /** Resolves once nothing is at work any more. */
  async stop(): Promise<void> {
    await Promise.all(this.stops.map((stop) => stop()));
    this.stops = [];
  }
}
