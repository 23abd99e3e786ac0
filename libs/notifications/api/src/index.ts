export { NotificationObjects, type NotificationObject } from './notification-objects';
export { MailReplies, type MailReply } from './replies/mail-replies';
export { ReplyMailbox } from './replies/reply-mailbox';
export { NOTIFICATION_DAYS, Notifications } from './notices/notifications.service';
export { NotificationsApiModule } from './notifications-api.module';
