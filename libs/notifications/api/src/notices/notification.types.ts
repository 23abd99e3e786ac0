import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  NOTIFICATION_EVENTS,
  NOTIFICATION_KINDS,
  type NotificationEvent,
  type NotificationKind,
} from '@preau/notifications-domain';
import { connectionOf } from '@preau/shared-api';

const Events = Object.fromEntries(NOTIFICATION_EVENTS.map((event) => [event, event]));
registerEnumType(Events, { name: 'NotificationEvent' });
const Kinds = Object.fromEntries(NOTIFICATION_KINDS.map((kind) => [kind, kind]));
registerEnumType(Kinds, { name: 'NotificationKind' });

@ObjectType({ description: 'Something the person who is signed in was told.' })
export class Notification {
  @Field(() => ID)
  id: string;

  @Field(() => Kinds)
  kind: NotificationKind;

  @Field(() => Events, { description: 'What happened.' })
  event: NotificationEvent;

  @Field(() => String, {
    nullable: true,
    description: 'The name of what it is about; null when that is gone.',
  })
  subject: string | null;

  @Field({ description: 'The page to go to, from the site’s root.' })
  path: string;

  @Field()
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  readAt: Date | null;
}

export const NotificationConnection = connectionOf(Notification);

@ArgsType()
export class NotificationsArgs {
  @Field(() => Int, { nullable: true })
  first?: number | null;

  @Field(() => ID, { nullable: true })
  after?: string | null;

  @Field(() => Boolean, { nullable: true })
  unreadOnly?: boolean | null;
}

@ObjectType({ description: 'What is left to read.' })
export class UnreadNotifications {
  @Field(() => Int)
  unread: number;
}
