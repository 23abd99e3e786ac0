import type { Stance } from '@preau/forum-domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Of the author’s own, with what is written of it so far. */
export interface DraftImage {
  readonly id: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** A message somebody has not sent yet: theirs alone, for thirty days. */
@Entity('forum_draft')
@Check('forum_draft_stance_check', `stance IN ('AGREE', 'DISAGREE', 'NUANCE', 'QUESTION', 'TESTIMONY')`)
@Index(['savedAt'])
export class ForumDraftRow {
  @PrimaryColumn('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string;

  /** What it is a draft of (`draftPlace`). */
  @PrimaryColumn('text')
  key: string;

  @Column('text', { nullable: true })
  title: string | null;

  @Column('text')
  body: string;

  @Column('text', { nullable: true })
  stance: Stance | null;

  /** As they were when it was saved: one that nothing showed within a day may be gone. */
  @Column('jsonb', { default: [] })
  images: DraftImage[];

  @Column('integer', { default: 1 })
  revision: number;

  @Column('timestamptz', { default: () => 'now()' })
  savedAt: Date;
}
