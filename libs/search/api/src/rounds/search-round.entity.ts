import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { SearchKind } from '@preau/search-domain';

/** One walk through all objects of a kind, comparing the index with them, and how far it has come. */
@Entity('search_round')
@Index('search_round_open_unique', { synchronize: false })
export class SearchRound {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  kind: SearchKind;

  /** It only compares; otherwise it puts right what differs. */
  @Column('boolean')
  isCheck: boolean;

  /** The last object it came to; it goes on after. */
  @Column('uuid', { nullable: true })
  cursor: string | null;

  /** Objects there were when it began, and how many of them it has come to. */
  @Column('int')
  total: number;

  @Column('int', { default: 0 })
  done: number;

  /** Objects that were not in the index. */
  @Column('int', { default: 0 })
  missing: number;

  /** Objects that the index knew otherwise. */
  @Column('int', { default: 0 })
  changed: number;

  /** Documents of objects that are not to be found. */
  @Column('int', { default: 0 })
  extra: number;

  @Column('timestamptz', { nullable: true })
  stoppedAt: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  startedAt: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;
}
