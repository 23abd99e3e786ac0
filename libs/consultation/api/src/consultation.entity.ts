import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType({ description: 'One edition: dates, phases, themes, charter.' })
@Entity('consultation')
@Check('consultation_dates_check', 'opens_at < closes_at')
export class Consultation {
  @Field(() => ID)
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Field()
  @Column('text', { unique: true })
  slug: string;

  @Field()
  @Column('text')
  title: string;

  @Field()
  @Column('text')
  summary: string;

  @Field(() => [String], { description: 'Paragraphs of presentation.' })
  @Column('text', { array: true, default: [] })
  presentation: string[];

  @Field()
  @Column('timestamptz')
  opensAt: Date;

  @Field()
  @Column('timestamptz')
  closesAt: Date;

  @Field(() => Date, { nullable: true, description: 'When its results and answers were published.' })
  @Column('timestamptz', { nullable: true })
  reportedAt: Date | null;

  /** Written before it is published: shown by the resolver once the consultation is reported. */
  @Column('text', { array: true, default: [] })
  report: string[];

  @Field(() => String, { nullable: true, description: 'What to know when this is a demonstration.' })
  @Column('text', { nullable: true })
  demonstrationNote: string | null;
}
