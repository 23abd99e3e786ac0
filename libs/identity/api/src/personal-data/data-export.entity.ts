import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** Somebody's own data, asked for by them. One at a time: asking again once it is ready makes a new one. */
@ObjectType({ description: 'My own data, being prepared or ready to be downloaded.' })
@Entity('data_export')
@Unique(['accountId'])
export class DataExport {
  @Field(() => ID)
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string;

  /** Names of the sources whose files are there; a job that begins again goes on after them. */
  @Column('text', { array: true, default: () => "'{}'" })
  prepared: string[];

  @Field(() => Int, { description: 'How many kinds of data there are to prepare.' })
  @Column('int')
  total: number;

  @Field()
  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  @Column('timestamptz', { nullable: true })
  readyAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Until when it can be downloaded.' })
  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  @Field(() => Int, { nullable: true, description: 'Size of what was prepared, before it is compressed.' })
  @Column('int', { nullable: true })
  bytes: number | null;
}
