import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** That somebody was mailed for a period: written with the mail, so that nobody gets the same digest twice. */
@Entity('notification_mail')
export class NotificationMail {
  @PrimaryColumn('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string;

  /** `2026-11-22`, `2026-W47`, or `at:` or `service:<id of a notification>` for what was mailed as it came. */
  @PrimaryColumn('text')
  period: string;

  @Column('uuid')
  mailId: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
