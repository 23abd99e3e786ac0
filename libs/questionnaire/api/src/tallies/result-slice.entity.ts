import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The tally of one slice of a questionnaire's responses: everybody, one role, one role in one académie… For staff. */
@Entity('result_slice')
export class ResultSlice {
  @PrimaryColumn('uuid')
  @ForeignKey('QuestionnaireRow', { onDelete: 'CASCADE' })
  questionnaireId: string;

  /** `sliceKey()` of the domain: `` for everybody, `role=teacher`, `role=teacher;academie=07`… */
  @PrimaryColumn('text')
  slice: string;

  /** The dimensions the slice fixes, such as `role,academie`: what queries look slices up by. */
  @Column('text')
  family: string;

  @Column('int')
  responses: number;

  /** Packed: the nth count belongs to the nth of `ResultState.keys`. */
  @Column('json')
  counts: number[];
}
