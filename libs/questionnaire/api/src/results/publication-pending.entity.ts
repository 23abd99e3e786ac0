import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A response counted for staff and not yet in the public figures. */
@Entity('publication_pending')
@Index(['questionnaireId', 'cell'])
export class PublicationPending {
  @PrimaryColumn('uuid')
  @ForeignKey('ResponseRow', { onDelete: 'CASCADE' })
  responseId: string;

  @Column('uuid')
  questionnaireId: string;

  /** The base cell (role, académie, level) it is in now. */
  @Column('text')
  cell: string;
}
