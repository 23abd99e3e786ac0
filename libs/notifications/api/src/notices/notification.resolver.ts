import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, signedIn, type CountedConnection } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Notifications } from './notifications.service';
import {
  Notification,
  NotificationConnection,
  NotificationsArgs,
  UnreadNotifications,
} from './notification.types';

@Resolver(() => Notification)
export class NotificationResolver {
  constructor(private readonly service: Notifications) {}

  @Query(() => NotificationConnection, { description: 'Mine, the latest first.' })
  @Access('signed-in')
  notifications(
    @CurrentActor() actor: Actor,
    @Args() args: NotificationsArgs,
  ): Promise<CountedConnection<Notification>> {
    return this.service.list(signedIn(actor), args);
  }

  @Query(() => Int)
  @Access('signed-in')
  unreadNotifications(@CurrentActor() actor: Actor): Promise<number> {
    return this.service.unread(signedIn(actor));
  }

  @Mutation(() => UnreadNotifications)
  @Access('signed-in')
  async markNotificationRead(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<UnreadNotifications> {
    return { unread: await this.service.markRead(signedIn(actor), id) };
  }

  @Mutation(() => UnreadNotifications)
  @Access('signed-in')
  async markAllNotificationsRead(
    @CurrentActor() actor: Actor,
    @Args('until', { type: () => ID, description: 'The latest one that was seen.' }) until: string,
  ): Promise<UnreadNotifications> {
    return { unread: await this.service.markAllRead(signedIn(actor), until) };
  }
}
