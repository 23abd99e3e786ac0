import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Somebody whose messages another person no longer wants to read unasked. Only that person knows. */
@Entity('muted_person')
@Index(['mutedId'])
export class MutedPersonRow {
  @PrimaryColumn('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string;

  @PrimaryColumn('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  mutedId: string;

  @Column('timestamptz', { default: () => 'now()' })
  mutedAt: Date;
}
