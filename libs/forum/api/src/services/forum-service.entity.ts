import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

@ObjectType({ description: 'A service of the institution that answers under its name.' })
@Entity('forum_service')
@Unique(['name'])
export class ForumService {
  @Field(() => ID)
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Field()
  @Column('text')
  name: string;

  @Field(() => Date, { nullable: true, description: 'Since when it no longer writes; what it wrote stays.' })
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
