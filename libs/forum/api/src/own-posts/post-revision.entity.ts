import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a message said before it was changed. */
@Entity('post_revision')
export class PostRevisionRow {
  @PrimaryColumn('uuid')
  @ForeignKey('PostRow', { onDelete: 'CASCADE' })
  postId: string;

  /** From 0: as it was first written. */
  @PrimaryColumn('integer')
  revision: number;

  /** Of a topic. */
  @Column('text', { nullable: true })
  title: string | null;

  @Column('text')
  body: string;

  @Column('timestamptz')
  writtenAt: Date;
}
