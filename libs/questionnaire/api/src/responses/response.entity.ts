import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Answers } from '@preau/questionnaire-domain';

/** One answered questionnaire: no account, address or precise time stands beside it. */
@Entity('response')
@Index(['questionnaireId', 'day'])
export class ResponseRow {
  /** Drawn from the receipt's code, which is kept nowhere: only the code finds the response again. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  questionnaireId: string;

  @Column('int')
  version: number;

  @Column('jsonb')
  answers: Answers;

  /** Questions that were shown and left without an answer. */
  @Column('text', { array: true })
  skipped: string[];

  /** The calendar day in Paris. */
  @Column('date')
  day: string;

  /** How it reached us: `web` for now. */
  @Column('text')
  channel: string;

  /** The three columns results filter on; `_` where unknown. */
  @Column('text')
  role: string;

  @Column('text')
  academie: string;

  @Column('text')
  level: string;
}
