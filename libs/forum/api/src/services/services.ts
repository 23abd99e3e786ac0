import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { KeptFor } from '@preau/shared-api';
import { In, type DataSource } from 'typeorm';
import { ForumService } from './forum-service.entity';

/** A service that is renamed is shown so within this time. */
const KEPT_MS = 5_000;

/** The services that answer under their names: few, and remembered for some seconds in each process. */
@Injectable()
export class Services {
  private readonly kept = new KeptFor<ForumService>(KEPT_MS, async (ids) => {
    const found = await this.database.manager.findBy(ForumService, { id: In([...ids]) });
    return new Map(found.map((service) => [service.id, service]));
  });

  constructor(@InjectDataSource() private readonly database: DataSource) {}

  of(ids: readonly string[]): Promise<ReadonlyMap<string, ForumService>> {
    return this.kept.of(ids);
  }
}
