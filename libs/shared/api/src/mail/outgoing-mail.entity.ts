import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MailBody } from './mail-body';

export const MAIL_STATES = ['queued', 'sent', 'dead'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/**
 * A mail that waits, was sent, or cannot be. To whom it went and what it said is emptied once it is sent. Mails that hold a
 * secret (signing in) are never written here.
 */
@Entity('outgoing_mail')
@Check('outgoing_mail_state_check', `state IN ('queued', 'sent', 'dead')`)
@Check('outgoing_mail_content_check', `state = 'sent' OR (recipient IS NOT NULL AND body IS NOT NULL)`)
@Index(['state', 'id'])
@Index(['accountId'])
@Index(['triedAt'])
export class OutgoingMail {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  /** What sort of mail: `digest`, `notification`… */
  @Column('text')
  kind: string;

  /** Whose mail; the identity domain stands on this one, so no foreign key leads there. */
  @Column('uuid', { nullable: true })
  accountId: string | null;

  @Column('text', { nullable: true })
  recipient: string | null;

  @Column('text')
  subject: string;

  @Column('jsonb', { nullable: true })
  body: MailBody | null;

  @Column('text', { nullable: true })
  unsubscribe: string | null;

  /** Where an answer to it goes; null: nobody reads one. */
  @Column('text', { nullable: true })
  replyTo: string | null;

  @Column('text', { default: 'queued' })
  state: MailState;

  /** Failures so far. */
  @Column('int', { default: 0 })
  tries: number;

  @Column('text', { nullable: true })
  lastError: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  /** When it was sent, or last tried. */
  @Column('timestamptz', { nullable: true })
  triedAt: Date | null;
}
