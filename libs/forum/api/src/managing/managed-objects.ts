import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { AuditObjects } from '@preau/shared-api';
import { In, type DataSource } from 'typeorm';
import { Services } from '../services/services';
import { TopicRow } from '../topics/topic.entity';

/** What the topics and the services of the audit log are called. */
@Injectable()
export class ManagedObjects implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly services: Services,
    private readonly audited: AuditObjects,
  ) {}

  onModuleInit() {
    this.audited.register('topic', async (ids) => {
      const found = await this.database.manager.findBy(TopicRow, { id: In([...ids]) });
      return new Map(found.map(({ id, title }) => [id, title]));
    });
    this.audited.register('forum-service', async (ids) => {
      const found = await this.services.of(ids);
      return new Map([...found].map(([id, { name }]) => [id, name]));
    });
  }
}
