import type { PostStatus, Stance } from '@preau/forum-domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A message: the opening one of a topic (depth 0, the topic's own id) or a reply. */
@Entity('post')
@Check('post_status_check', `status IN ('PUBLISHED', 'HELD', 'HIDDEN', 'DELETED')`)
@Check('post_stance_check', `stance IN ('AGREE', 'DISAGREE', 'NUANCE', 'QUESTION', 'TESTIMONY')`)
@Check('post_place_check', '(parent_id IS NULL) = (depth = 0)')
@Index(['topicId', 'createdAt', 'id'])
@Index(['authorId', 'createdAt'])
@Index(['parentId', 'createdAt', 'id'])
@Index(['branchId', 'createdAt', 'id'])
@Index('post_official_index', { synchronize: false })
@Index('post_official_of_topic_index', { synchronize: false })
@Index('post_by_activity_index', { synchronize: false })
@Index('post_by_supports_index', { synchronize: false })
export class PostRow {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey('TopicRow', { onDelete: 'CASCADE' })
  topicId: string;

  /** The message replied to: the opening one for a reply to the topic. */
  @Column('uuid', { nullable: true })
  @ForeignKey('PostRow', { onDelete: 'CASCADE' })
  parentId: string | null;

  /** The reply to the topic that this one hangs under; null for itself and for the opening message. */
  @Column('uuid', { nullable: true })
  branchId: string | null;

  @Column('smallint')
  depth: number;

  @Column('uuid')
  @ForeignKey('Account')
  authorId: string;

  /** The service of the institution it speaks for. */
  @Column('uuid', { nullable: true })
  @ForeignKey('ForumService')
  serviceId: string | null;

  @Column('boolean', { default: false })
  isProposition: boolean;

  @Column('text', { nullable: true })
  stance: Stance | null;

  /** Markdown. */
  @Column('text')
  body: string;

  /** SHA-256 of the words, by which the same ones sent twice are known. */
  @Column('bytea')
  bodyHash: Buffer;

  @Column('text', { default: 'PUBLISHED' })
  status: PostStatus;

  /** In a topic, the order of writing is the order of committing: the topic's row is locked first. */
  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  editedAt: Date | null;

  /** When the latest published message under it was written, for replies to the topic; else when it was. */
  @Column('timestamptz', { default: () => 'now()' })
  activeAt: Date;

  @Column('integer', { default: 0 })
  revisionCount: number;

  /** Published replies to this very message. */
  @Column('integer', { default: 0 })
  replyCount: number;

  /** Published messages anywhere under it, for replies to the topic. */
  @Column('integer', { default: 0 })
  branchCount: number;

  @Column('integer', { default: 0 })
  supports: number;

  /** Its images, those that are held included. */
  @Column('smallint', { default: 0 })
  imageCount: number;
}
