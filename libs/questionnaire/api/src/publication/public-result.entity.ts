import type { QuestionResult } from '../results/results.types';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/**
 * What everybody may read of one section in one slice (everybody, or one value of one dimension): small counts and those that would
 * give them away are already left out. Made by the worker, so that the API has nothing to compute when people look.
 */
@Entity('public_result')
export class PublicResult {
  @PrimaryColumn('uuid')
  @ForeignKey('QuestionnaireRow', { onDelete: 'CASCADE' })
  questionnaireId: string;

  @PrimaryColumn('text')
  section: string;

  @PrimaryColumn('text')
  slice: string;

  /** Responses in the slice; null when withheld. */
  @Column('int', { nullable: true })
  total: number | null;

  @Column('json')
  questions: QuestionResult[];
}
