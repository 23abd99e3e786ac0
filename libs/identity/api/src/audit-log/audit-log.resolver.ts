import { Args, Query, Resolver } from '@nestjs/graphql';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Access, type Connection } from '@preau/shared-api';
import { auditActions } from './audit-log.queries';
import { AuditLogService } from './audit-log.service';
import { AuditChainState, AuditEntriesArgs, AuditEntryConnection, type AuditLine } from './audit-log.types';

@Resolver()
export class AuditLogResolver {
  constructor(
    private readonly service: AuditLogService,
    @InjectDataSource() private readonly database: DataSource,
  ) {}

  @Query(() => AuditEntryConnection, { description: 'Administrators: what was done, the latest first.' })
  @Access('admin')
  auditEntries(@Args() args: AuditEntriesArgs): Promise<Connection<AuditLine>> {
    return this.service.list(args);
  }

  @Query(() => [String], { description: 'Administrators: every action the log has an entry of.' })
  @Access('admin')
  auditActions(): Promise<string[]> {
    return auditActions(this.database);
  }

  @Query(() => AuditChainState, { description: 'Administrators: computes the chain of the log again.' })
  @Access('admin')
  auditChain(): Promise<AuditChainState> {
    return this.service.chain();
  }
}
