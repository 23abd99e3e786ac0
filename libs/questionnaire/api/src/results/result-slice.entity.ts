import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Counts } from '@preau/questionnaire-domain';

/** The tallies of one slice of a questionnaire's responses: everybody, one role, one role in one académie… */
@Entity('result_slice')
export class ResultSlice {
  @PrimaryColumn('uuid')
  @ForeignKey('QuestionnaireRow', { onDelete: 'CASCADE' })
  questionnaireId: string;

  /** `sliceKey()` of the domain: `` for everybody, `role=teacher`, `role=teacher|academie=07`… */
  @PrimaryColumn('text')
  slice: string;

  /** Which dimensions the slice fixes, such as `role,academie`: what queries look families of slices up by. */
  @Column('text')
  family: string;

  /** Exact, for staff. */
  @Column('jsonb')
  counts: Counts;

  /** What the public sees: moves by eleven responses or more at a time. Null where the public never sees the slice. */
  @Column('jsonb', { nullable: true })
  published: Counts | null;
}
