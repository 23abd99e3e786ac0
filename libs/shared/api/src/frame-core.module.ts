import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { AuditObjects } from './audit-objects';
import { ChangeFeed } from './change-feed';
import { CONFIG, readConfig } from './config';
import { EndedSessions } from './ended-sessions';
import { Jobs } from './jobs';
import { Notifier } from './notifier';
import { Operations } from './operations';
import { PersistedDocuments } from './persisted-documents';
import { ResponseCache } from './response-cache';

/** What every domain may inject without asking: settings, changes, jobs, rights. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    { provide: CONFIG, useFactory: () => readConfig() },
    { provide: APP_GUARD, useClass: AccessGuard },
    AuditObjects,
    ChangeFeed,
    EndedSessions,
    Jobs,
    Notifier,
    Operations,
    PersistedDocuments,
    ResponseCache,
  ],
  exports: [
    AuditObjects,
    CONFIG,
    ChangeFeed,
    EndedSessions,
    Jobs,
    Notifier,
    Operations,
    PersistedDocuments,
    ResponseCache,
  ],
})
export class FrameCoreModule {}
