import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditEntry } from './audit-entry.entity';
import { databaseModule } from './database.module';
import { FilesModule } from './files/files.module';
import { FrameCoreModule } from './frame-core.module';
import { graphqlModule } from './graphql.module';
import { HealthController } from './health.controller';
import { DevMailController } from './mail/dev-mail.controller';
import { MailDesk } from './mail/mail-desk';
import { MailQueue } from './mail/mail-queue';
import { MailResolver } from './mail/mail.resolver';
import { Mailer } from './mail/mailer';
import { OutgoingMail } from './mail/outgoing-mail.entity';
import { SiteResolver } from './site.resolver';
import { SubscriptionServer } from './subscriptions/subscription-server';

/** What the API and the worker share; domains are added beside it by `apps/api`. */
@Module({
  imports: [
    FrameCoreModule,
    FilesModule,
    databaseModule,
    TypeOrmModule.forFeature([AuditEntry, OutgoingMail]),
    graphqlModule,
  ],
  controllers: [HealthController, DevMailController],
  providers: [MailDesk, Mailer, MailQueue, MailResolver, SiteResolver, SubscriptionServer],
  exports: [Mailer, MailQueue],
})
export class FrameModule {}
