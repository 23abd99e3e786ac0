import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { MailStream, NotificationEvent, NotificationKind } from '@preau/notifications-domain';

/** Something somebody is told. It holds what happened and the id of what it is about: no word of anybody's. */
@Entity('notification')
@Check(
  'notification_kind_check',
  `kind IN ('ACCOUNT', 'CONSULTATION', 'RESULTS', 'FORUM_REPLIES', 'FORUM_OFFICIAL', 'FORUM_FOLLOWED')`,
)
@Check('notification_pace_check', `pace IN ('SERVICE', 'IMMEDIATE', 'DAILY', 'WEEKLY', 'NONE')`)
@Index(['accountId', 'id'])
@Index('notification_once_index', { synchronize: false })
@Index('notification_unread_index', { synchronize: false })
@Index('notification_waiting_index', { synchronize: false })
export class NotificationRow {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string;

  @Column('text')
  kind: NotificationKind;

  /** At which pace it is mailed, as its owner has chosen. */
  @Column('text')
  pace: MailStream | 'NONE';

  @Column('text')
  event: NotificationEvent;

  /** `consultation:<id>`, or nothing: the account itself. */
  @Column('text', { default: '' })
  object: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  readAt: Date | null;

  /** When a mail took it along, or none was wanted. Until then it waits for one. */
  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;
}
