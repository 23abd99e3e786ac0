import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource } from 'typeorm';
import { ForumService } from './forum-service.entity';

/** A service that is renamed is shown so within this time. */
const KEPT_MS = 5_000;

/** The services that answer under their names: few, and remembered for some seconds in each process. */
@Injectable()
export class Services {
  private readonly kept = new Map<string, { readonly service: ForumService; readonly until: number }>();

  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async of(ids: readonly string[]): Promise<ReadonlyMap<string, ForumService>> {
    const now = Date.now();
    const missing = [...new Set(ids)].filter((id) => (this.kept.get(id)?.until ?? 0) <= now);
    if (missing.length > 0) {
      const found = await this.database.manager.findBy(ForumService, { id: In(missing) });
      for (const service of found) this.kept.set(service.id, { service, until: now + KEPT_MS });
    }
    return new Map(
      ids.flatMap((id) => {
        const service = this.kept.get(id)?.service;
        return service ? [[id, service] as const] : [];
      }),
    );
  }
}
