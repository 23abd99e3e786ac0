import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A response counted for staff and not yet in the public figures, or amended since it was put there. No foreign key:
 * checking it would lock the response, which an amendment holds while it waits for the batch of tallies that writes here.
 */
@Entity('publication_pending')
export class PublicationPending {
  @PrimaryColumn('uuid')
  responseId: string;

  @Column('uuid')
  questionnaireId: string;

  /** The base cell (role, académie, level) it is in now. */
  @Column('text')
  cell: string;
}
