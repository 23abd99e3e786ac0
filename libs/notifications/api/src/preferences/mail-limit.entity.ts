import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How many mails in seven days somebody accepts at most. Without a row: as many as they chose. */
@Entity('mail_limit')
@Check('mail_limit_per_week_check', 'per_week BETWEEN 1 AND 20')
export class MailLimit {
  @PrimaryColumn('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string;

  @Column('int')
  perWeek: number;
}
