import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { SearchKind } from '@preau/search-domain';

/** Something that can be found: its words, and where it stands. What it is called and where it leads, its own domain says. */
@Entity('search_document')
@Unique(['kind', 'objectId'])
@Index('search_document_lexemes_index', { synchronize: false })
@Index('search_document_titles_index', { synchronize: false })
export class SearchDocumentRow {
  /** In the order of first writing: the newest are looked through first. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  seq: string;

  @Column('text')
  kind: SearchKind;

  @Column('uuid')
  objectId: string;

  @Column('uuid', { nullable: true })
  consultationId: string | null;

  @Column('uuid', { nullable: true })
  themeId: string | null;

  @Column('text', { nullable: true })
  academie: string | null;

  /** What it is part of (the topic of a post); none for what stands by itself. */
  @Column('uuid', { nullable: true })
  parentId: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  title: string;

  @Column('text')
  text: string;

  /** Stems and their places: those of the title weigh A, those of the text B. */
  @Column('tsvector', { select: false })
  words: string;
}
