import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { insertResponses, type NewResponse } from './response.queries';

/** More in one statement gains nothing, and makes the first wait for the last. */
const BATCH_MAX = 64;
/** Enough that the API has answers to judge while others wait for the disk; more would make batches of one. */
const IN_FLIGHT_MAX = 4;

interface Waiting {
  readonly response: NewResponse;
  readonly resolve: (isWritten: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes responses that arrive at the same time in one statement and one commit. Nobody waits for company: with nothing
 * at work a response leaves at once. Nobody hears of a response before it is committed.
 */
@Injectable()
export class ResponseWriter {
  private waiting: Waiting[] = [];
  /** Ids and devices of the batches at work: who shares one goes in a later batch, and finds what the first one left. */
  private readonly atWork = new Set<string>();
  private inFlight = 0;
  private isScheduled = false;

  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Whether the response was written now; false when the questionnaire, the id or the device stood against it. */
  write(response: NewResponse): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ response, resolve, reject });
      if (this.isScheduled) return;
      this.isScheduled = true;
      setImmediate(() => {
        this.isScheduled = false;
        this.sendWaiting();
      });
    });
  }

  private sendWaiting() {
    while (this.inFlight < IN_FLIGHT_MAX) {
      const batch = this.takeBatch();
      if (batch.length === 0) return;
      this.inFlight += 1;
      void this.writeBatch(batch).finally(() => {
        this.inFlight -= 1;
        for (const key of batch.flatMap(keysOf)) this.atWork.delete(key);
        this.sendWaiting();
      });
    }
  }

  private takeBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const left: Waiting[] = [];
    for (const one of this.waiting) {
      const keys = keysOf(one);
      if (batch.length === BATCH_MAX || keys.some((key) => this.atWork.has(key))) left.push(one);
      else {
        keys.forEach((key) => this.atWork.add(key));
        batch.push(one);
      }
    }
    this.waiting = left;
    return batch;
  }

  private async writeBatch(batch: Waiting[]): Promise<void> {
    try {
      const written = await insertResponses(
        this.database,
        batch.map(({ response }) => response),
      );
      for (const { response, resolve } of batch) resolve(written.has(response.id));
    } catch (error) {
      if (batch.length > 1 && isAboutOneRow(error)) {
        for (const one of batch) await this.writeBatch([one]);
      } else {
        for (const { reject } of batch) reject(error);
      }
    }
  }
}

function keysOf({ response }: Waiting): string[] {
  return response.deviceHash ? [response.id, response.deviceHash.toString('hex')] : [response.id];
}

/** Data the database refuses (class 22), broken rules (23), deadlocks (40): nothing the other responses have part in. */
function isAboutOneRow(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(22|23|40)...$/.test(code);
}
