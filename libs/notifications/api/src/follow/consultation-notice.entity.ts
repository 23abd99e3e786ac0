import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** That the followers of a consultation were told of an event: written with what they were told, so once. */
@Entity('consultation_notice')
export class ConsultationNotice {
  @PrimaryColumn('uuid')
  @ForeignKey('Consultation', { onDelete: 'CASCADE' })
  consultationId: string;

  @PrimaryColumn('text')
  event: string;

  @Column('timestamptz', { default: () => 'now()' })
  announcedAt: Date;
}
