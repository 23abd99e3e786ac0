import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CleanResponse } from '@preau/questionnaire-domain';

/** A response whose answers the tallies do not hold yet. Written with it, removed with its counting. */
@Entity('response_pending')
export class ResponsePending {
  @PrimaryColumn('uuid')
  responseId: string;

  @Column('uuid')
  questionnaireId: string;

  /** What the tallies hold of it now: null for a new response, the earlier answers for an amended one. */
  @Column('jsonb', { nullable: true })
  counted: CleanResponse | null;
}
