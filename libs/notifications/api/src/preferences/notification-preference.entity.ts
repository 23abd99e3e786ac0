import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ChosenKind, MailFrequency } from '@preau/notifications-domain';

/** What somebody chose about one kind. Without a row, the kind's default holds. */
@Entity('notification_preference')
@Check('notification_preference_frequency_check', `frequency IN ('IMMEDIATE', 'DAILY', 'WEEKLY', 'NONE')`)
export class NotificationPreference {
  @PrimaryColumn('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string;

  @PrimaryColumn('text')
  kind: ChosenKind;

  @Column('text')
  frequency: MailFrequency;
}
