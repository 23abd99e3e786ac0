import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A term, in its group of terms that mean the same. */
@Entity('search_synonym')
export class SynonymRow {
  @PrimaryColumn('uuid')
  groupId: string;

  @PrimaryColumn('smallint')
  position: number;

  @Column('text')
  term: string;

  /** The same for terms that are looked for alike: a term is in one group. */
  @Column('text', { unique: true })
  key: string;
}
