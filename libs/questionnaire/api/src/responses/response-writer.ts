import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { WriteTogether } from '@preau/shared-api';
import type { DataSource } from 'typeorm';
import { insertResponses, type NewResponse } from './response.queries';

/** Writes responses that arrive at the same time in one statement and one commit. */
@Injectable()
export class ResponseWriter {
  private readonly together: WriteTogether<NewResponse, boolean>;

  constructor(@InjectDataSource() database: DataSource) {
    this.together = new WriteTogether({
      write: async (batch) => {
        const written = await insertResponses(database, batch);
        return batch.map(({ id }) => written.has(id));
      },
      keysOf: ({ id, deviceHash }) => (deviceHash ? [id, deviceHash.toString('hex')] : [id]),
    });
  }

  /** Whether the response was written now; false when the questionnaire, the id or the device stood against it. */
  write(response: NewResponse): Promise<boolean> {
    return this.together.write(response);
  }
}
