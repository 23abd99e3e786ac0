import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Somebody asked to hear of a consultation. */
@Entity('followed_consultation')
@Index(['consultationId'])
export class FollowedConsultation {
  @PrimaryColumn('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string;

  @PrimaryColumn('uuid')
  @ForeignKey('Consultation', { onDelete: 'CASCADE' })
  consultationId: string;

  @Column('timestamptz', { default: () => 'now()' })
  followedAt: Date;
}
