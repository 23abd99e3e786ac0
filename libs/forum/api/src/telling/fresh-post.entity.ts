import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A message was published, and nothing has followed from it yet. No foreign key: what is gone is passed over. */
@Entity('fresh_post')
export class FreshPostRow {
  @PrimaryColumn('uuid')
  postId: string;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}
