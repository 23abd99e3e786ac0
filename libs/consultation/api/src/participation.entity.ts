import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The large figures of a consultation. Each content domain keeps its own column, in its own transactions. */
@ObjectType({ description: 'How many took part, as of when.' })
@Entity('participation')
export class Participation {
  @PrimaryColumn('uuid')
  @ForeignKey('Consultation', { onDelete: 'CASCADE' })
  consultationId: string;

  @Field(() => Int)
  @Column('int', { default: 0 })
  responses: number;

  @Field(() => Int)
  @Column('int', { default: 0 })
  posts: number;

  @Field(() => Int)
  @Column('int', { default: 0 })
  participants: number;

  @Field(() => Int)
  @Column('int', { default: 0 })
  events: number;

  @Field(() => Int)
  @Column('int', { default: 0 })
  syntheses: number;

  @Field()
  @Column('timestamptz', { default: () => 'now()' })
  asOf: Date;
}
