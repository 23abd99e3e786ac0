import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/**
 * The copy of the tallies that public figures are made from: base cells, copied by the publication rule, and what they
 * add up to for everybody and for each value of one dimension. Exact: it never leaves the database unsuppressed.
 */
@Entity('published_slice')
export class PublishedSlice {
  @PrimaryColumn('uuid')
  @ForeignKey('QuestionnaireRow', { onDelete: 'CASCADE' })
  questionnaireId: string;

  @PrimaryColumn('text')
  slice: string;

  @Column('text')
  family: string;

  @Column('int')
  responses: number;

  /** Packed, as in `ResultSlice`. */
  @Column('json')
  counts: number[];
}
