import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { keptServiceName, serviceNameRefusal } from '@preau/forum-domain';
import { audit, badInput, isUuid, page, pageSize, transaction } from '@preau/shared-api';
import type { SignedIn } from '@preau/shared-domain';
import { IsNull, MoreThan, type DataSource, type FindOptionsWhere } from 'typeorm';
import type { ForumServiceSaved, ManagingRefused, SaveForumServiceInput } from '../managing/managing.types';
import { ForumService } from './forum-service.entity';

/** The services of the institution, as the team names them. One that has spoken is never deleted. */
@Injectable()
export class ServicesService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async list(withEnded: boolean, first?: number | null, after?: string | null) {
    const size = pageSize(first);
    const name = after ? Buffer.from(after, 'base64url').toString() : null;
    const which: FindOptionsWhere<ForumService> = withEnded ? {} : { endedAt: IsNull() };
    const found = await this.database.manager.find(ForumService, {
      where: name === null ? which : { ...which, name: MoreThan(name) },
      order: { name: 'ASC' },
      take: size + 1,
    });
    const { manager } = this.database;
    return {
      ...page(found, size, (service) => Buffer.from(service.name).toString('base64url')),
      get totalCount() {
        return manager.countBy(ForumService, which);
      },
    };
  }

  /** Names a service, or renames it. */
  async save(actor: SignedIn, input: SaveForumServiceInput): Promise<ForumServiceSaved | ManagingRefused> {
    if (!isUuid(input.id)) throw badInput('Le champ « id » doit être un UUID.');
    const service = { id: input.id.toLowerCase(), name: keptServiceName(input.name) };
    const refusal = serviceNameRefusal(service.name);
    if (refusal) return { code: refusal };
    return transaction(this.database, async (tx) => {
      const [written] = await tx.query<{ endedAt: Date | null }[]>(
        `INSERT INTO forum_service (id, name) SELECT $1::uuid, $2::text
         WHERE NOT EXISTS (SELECT FROM forum_service WHERE name = $2 AND id <> $1)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name
         RETURNING ended_at AS "endedAt"`,
        [service.id, service.name],
      );
      if (!written) return { code: 'NAME_TAKEN' as const };
      await audit(tx, actor, {
        action: 'forum.service',
        object: `forum-service:${service.id}`,
        details: { name: service.name },
      });
      return { service: { ...service, endedAt: written.endedAt } };
    });
  }

  end(actor: SignedIn, id: string, isEnded: boolean): Promise<ForumServiceSaved | ManagingRefused> {
    return transaction(this.database, async (tx) => {
      const service = isUuid(id) ? await tx.findOneBy(ForumService, { id }) : null;
      if (!service) return { code: 'UNKNOWN_SERVICE' as const };
      const endedAt = isEnded ? (service.endedAt ?? new Date()) : null;
      await tx.update(ForumService, { id }, { endedAt });
      await audit(tx, actor, {
        action: 'forum.service',
        object: `forum-service:${service.id}`,
        details: { isEnded },
      });
      return { service: { ...service, endedAt } };
    });
  }
}
