import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A word that documents have: what a misspelt one may have meant. */
@Entity('search_word')
@Index('search_word_folded_index', { synchronize: false })
export class SearchWord {
  @PrimaryColumn('text')
  folded: string;

  /** As it was written where it was last counted. */
  @Column('text')
  word: string;

  @Column('int')
  documents: number;
}

/** How far the words have been counted: one row. */
@Entity('search_vocabulary')
@Check('search_vocabulary_id_check', 'id = 1')
export class SearchVocabulary {
  @PrimaryColumn('int')
  id: number;

  /** The last document counted. */
  @Column('bigint')
  countedTo: string;

  @Column('timestamptz')
  countedAt: Date;
}
