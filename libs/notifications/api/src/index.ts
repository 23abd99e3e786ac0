export { NotificationObjects, type NotificationObject } from './notification-objects';
export { Notifications } from './notices/notifications.service';
export { NotificationsApiModule } from './notifications-api.module';
