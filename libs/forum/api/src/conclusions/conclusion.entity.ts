import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * What the institution concludes from a topic: every version that was published, and at most one that is not yet. The one that holds
 * is the topic's own `conclusion` as well.
 */
@Entity('conclusion')
@Check('conclusion_draft_check', 'published_at IS NOT NULL OR body IS NOT NULL')
@Index(['topicId', 'publishedAt', 'id'])
@Index(['serviceId'])
@Index('conclusion_draft_index', ['topicId'], { unique: true, where: 'published_at IS NULL' })
export class ConclusionRow {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey('TopicRow', { onDelete: 'CASCADE' })
  topicId: string;

  /** Which service concludes; a draft need not say yet. */
  @Column('uuid', { nullable: true })
  @ForeignKey('ForumService')
  serviceId: string | null;

  /** Markdown; null where a conclusion was taken back. */
  @Column('text', { nullable: true })
  body: string | null;

  /** How often a draft was saved: two who write at once do not overwrite each other. */
  @Column('integer', { default: 1 })
  revision: number;

  @Column('timestamptz', { default: () => 'now()' })
  savedAt: Date;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;
}
