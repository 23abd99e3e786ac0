import type { PostStatus } from '@preau/forum-domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A topic. Its opening message is the `post` of the same id. */
@Entity('topic')
@Check('topic_status_check', `status IN ('PUBLISHED', 'HELD', 'HIDDEN', 'DELETED')`)
@Check('topic_slow_seconds_check', 'slow_seconds BETWEEN 0 AND 86400')
@Index(['authorId', 'createdAt'])
@Index(['concludedBy'])
@Index(['consultationId', 'activeAt', 'id'])
@Index(['consultationId', 'createdAt', 'id'])
@Index(['consultationId', 'supports', 'id'])
@Index(['themeId', 'activeAt', 'id'])
@Index(['themeId', 'createdAt', 'id'])
@Index(['themeId', 'supports', 'id'])
export class TopicRow {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey('Consultation')
  consultationId: string;

  @Column('uuid')
  @ForeignKey('Theme')
  themeId: string;

  @Column('uuid')
  @ForeignKey('Account')
  authorId: string;

  @Column('text')
  title: string;

  /** That of its opening message. */
  @Column('text', { default: 'PUBLISHED' })
  status: PostStatus;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  /** When its latest published message was written. */
  @Column('timestamptz', { default: () => 'now()' })
  activeAt: Date;

  @Column('timestamptz', { nullable: true })
  pinnedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  lockedAt: Date | null;

  /** Why, as readers are told. */
  @Column('text', { nullable: true })
  lockReason: string | null;

  /** Each person writes at most one message in that many seconds; 0: as they like. */
  @Column('integer', { default: 0 })
  slowSeconds: number;

  /** The reply that answers it, by its author's word. */
  @Column('uuid', { nullable: true })
  solvedPostId: string | null;

  /** Published replies, whatever their depth. */
  @Column('integer', { default: 0 })
  postCount: number;

  /** Those of its opening message, for ordering. */
  @Column('integer', { default: 0 })
  supports: number;

  @Column('text', { nullable: true })
  conclusion: string | null;

  @Column('timestamptz', { nullable: true })
  concludedAt: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('ForumService')
  concludedBy: string | null;
}
