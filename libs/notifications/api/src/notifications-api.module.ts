import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConsultationApiModule } from '@preau/consultation-api';
import { PersonalDataModule } from '@preau/identity-api';
import { FrameModule } from '@preau/shared-api';
import { DigestRun } from './digest/digest-run.entity';
import { DigestResolver } from './digest/digest.resolver';
import { Digests } from './digest/digests.service';
import { MailRound } from './digest/mail-round';
import { NotificationMail } from './digest/notification-mail.entity';
import { ConsultationNotice } from './follow/consultation-notice.entity';
import { FollowResolver } from './follow/follow.resolver';
import { FollowService } from './follow/follow.service';
import { FollowedConsultation } from './follow/followed-consultation.entity';
import { LiveResolver } from './live/live.resolver';
import { LiveUnread } from './live/live-unread';
import { NotificationRow } from './notices/notification.entity';
import { NotificationResolver } from './notices/notification.resolver';
import { Notifications } from './notices/notifications.service';
import { NotificationObjects } from './notification-objects';
import { NotificationsOfPerson } from './personal-data/notifications-of-person';
import { MailLimit } from './preferences/mail-limit.entity';
import { NotificationPreference } from './preferences/notification-preference.entity';
import { PreferencesResolver } from './preferences/preferences.resolver';
import { Preferences } from './preferences/preferences.service';
import { UnsubscribeLinks } from './preferences/unsubscribe-links';
import { MailReplies } from './replies/mail-replies';
import { ReplyMailbox } from './replies/reply-mailbox';
import { TakeReply } from './replies/take-reply.service';
import { UnsubscribeController } from './preferences/unsubscribe.controller';

@Module({
  imports: [
    FrameModule,
    ConsultationApiModule,
    PersonalDataModule,
    TypeOrmModule.forFeature([
      ConsultationNotice,
      DigestRun,
      FollowedConsultation,
      MailLimit,
      NotificationMail,
      NotificationPreference,
      NotificationRow,
    ]),
  ],
  controllers: [UnsubscribeController],
  providers: [
    DigestResolver,
    Digests,
    FollowResolver,
    FollowService,
    LiveResolver,
    LiveUnread,
    MailReplies,
    MailRound,
    NotificationObjects,
    NotificationResolver,
    Notifications,
    NotificationsOfPerson,
    Preferences,
    PreferencesResolver,
    ReplyMailbox,
    TakeReply,
    UnsubscribeLinks,
  ],
  exports: [MailReplies, NotificationObjects, Notifications],
})
export class NotificationsApiModule {}
