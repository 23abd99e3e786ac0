import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

@ObjectType({ description: 'One of the (five) themes of a consultation.' })
@Entity('theme')
@Unique(['consultationId', 'slug'])
export class Theme {
  @Field(() => ID)
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey('Consultation', { onDelete: 'CASCADE' })
  consultationId: string;

  @Field()
  @Column('text')
  slug: string;

  @Field(() => Int)
  @Column('smallint')
  position: number;

  @Field()
  @Column('text')
  title: string;

  @Field()
  @Column('text')
  shortTitle: string;

  @Field()
  @Column('text')
  summary: string;

  @Field({ description: 'The question the theme raises (« problématique »).' })
  @Column('text')
  problem: string;

  @Field(() => [String], { description: 'Challenges to work on in workshops (« défis »).' })
  @Column('text', { array: true, default: [] })
  challenges: string[];

  @Field({ description: 'Accent colour, a name of the design system’s illustrative palette.' })
  @Column('text')
  accent: string;

  @Field({ description: 'Pictogram, a name of the design system.' })
  @Column('text')
  pictogram: string;
}
