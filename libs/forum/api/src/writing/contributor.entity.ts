import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What somebody has written altogether. Its row is locked while they write: one message of theirs at a time. */
@Entity('contributor')
export class ContributorRow {
  @PrimaryColumn('uuid')
  @ForeignKey('Account')
  accountId: string;

  /** Messages of theirs that are published. */
  @Column('integer', { default: 0 })
  published: number;
}
