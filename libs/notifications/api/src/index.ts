export { NotificationObjects, type NotificationObject } from './notification-objects';
export { NOTIFICATION_DAYS, Notifications } from './notices/notifications.service';
export { NotificationsApiModule } from './notifications-api.module';
