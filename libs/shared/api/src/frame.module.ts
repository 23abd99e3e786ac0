import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditEntry } from './audit-entry.entity';
import { databaseModule } from './database.module';
import { DevMailController } from './dev-mail.controller';
import { FrameCoreModule } from './frame-core.module';
import { graphqlModule } from './graphql.module';
import { HealthController } from './health.controller';
import { Mailer } from './mailer';
import { SiteResolver } from './site.resolver';

/** What the API and the worker share; domains are added beside it by `apps/api`. */
@Module({
  imports: [FrameCoreModule, databaseModule, TypeOrmModule.forFeature([AuditEntry]), graphqlModule],
  controllers: [HealthController, DevMailController],
  providers: [Mailer, SiteResolver],
  exports: [Mailer],
})
export class FrameModule {}
