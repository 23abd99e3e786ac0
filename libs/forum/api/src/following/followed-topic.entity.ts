import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What somebody chose about a topic: to follow it, or no longer to, which writing there does not undo. */
@Entity('followed_topic')
@Index(['topicId'])
export class FollowedTopic {
  @PrimaryColumn('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string;

  @PrimaryColumn('uuid')
  @ForeignKey('TopicRow', { onDelete: 'CASCADE' })
  topicId: string;

  @Column('boolean', { default: true })
  isFollowing: boolean;

  /** When they were last told of a message of it. */
  @Column('timestamptz', { nullable: true })
  toldAt: Date | null;

  /** When that message was written. */
  @Column('timestamptz', { nullable: true })
  toldUntil: Date | null;
}
