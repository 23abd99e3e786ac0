import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { DigestFrequency } from '@preau/notifications-domain';

/** One digest on its way to everybody, and how far it has come. */
@Entity('digest_run')
@Check('digest_run_frequency_check', `frequency IN ('DAILY', 'WEEKLY')`)
@Unique(['frequency', 'period'])
export class DigestRun {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  frequency: DigestFrequency;

  @Column('text')
  period: string;

  /** People with something waiting when it began, and how many of them it has come to. */
  @Column('int')
  total: number;

  @Column('int', { default: 0 })
  done: number;

  /** Of those done: who was sent a mail. The others had nothing of this pace, or had reached their limit. */
  @Column('int', { default: 0 })
  mailed: number;

  /** The last account it came to; it goes on after. */
  @Column('uuid', { nullable: true })
  cursor: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  startedAt: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;
}
