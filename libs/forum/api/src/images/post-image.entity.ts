import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** An image of a message, with what it shows for those who do not see it. */
@Entity('post_image')
@Check('post_image_position_check', 'position BETWEEN 1 AND 4')
@Unique(['imageId'])
export class PostImageRow {
  @PrimaryColumn('uuid')
  @ForeignKey('PostRow', { onDelete: 'CASCADE' })
  postId: string;

  @PrimaryColumn('smallint')
  position: number;

  @Column('uuid')
  @ForeignKey('ImageRow')
  imageId: string;

  @Column('text')
  alt: string;

  /** Put in a message that was published already: it waits to be read through, the message does not. */
  @Column('boolean', { default: false })
  isHeld: boolean;
}
