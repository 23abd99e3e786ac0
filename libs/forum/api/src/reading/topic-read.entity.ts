import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** How far somebody has read in a topic. It moves forwards only. */
@Entity('topic_read')
@Index(['topicId'])
export class TopicReadRow {
  @PrimaryColumn('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string;

  @PrimaryColumn('uuid')
  @ForeignKey('TopicRow', { onDelete: 'CASCADE' })
  topicId: string;

  /** When the latest message they had before their eyes was written. */
  @Column('timestamptz')
  readUntil: Date;
}
