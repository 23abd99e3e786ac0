import { Resolver, Subscription } from '@nestjs/graphql';
import { Access, CurrentActor, signedIn } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { UnreadNotifications } from '../notices/notification.types';
import { LiveUnread } from './live-unread';

@Resolver()
export class LiveResolver {
  constructor(private readonly live: LiveUnread) {}

  @Subscription(() => UnreadNotifications, {
    description: 'How many I have left to read: now, then each time it changes.',
  })
  @Access('signed-in')
  notificationAdded(@CurrentActor() actor: Actor) {
    return this.live.of(signedIn(actor).accountId);
  }
}
