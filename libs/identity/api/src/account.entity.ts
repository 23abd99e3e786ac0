import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType({ description: 'A person who signs in.' })
@Entity('account')
export class Account {
  @Field(() => ID)
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  /** Lower case; shown to nobody but its owner. */
  @Field()
  @Column('text', { unique: true })
  email: string;

  @Field()
  @Column('text')
  displayName: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
