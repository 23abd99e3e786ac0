import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** That somebody supports a message: once, whatever they click. */
@Entity('post_support')
@Index(['accountId'])
export class PostSupport {
  @PrimaryColumn('uuid')
  @ForeignKey('PostRow', { onDelete: 'CASCADE' })
  postId: string;

  @PrimaryColumn('uuid')
  @ForeignKey('Account')
  accountId: string;
}
