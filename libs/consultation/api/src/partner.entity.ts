import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

@ObjectType({ description: 'An organisation taking part.' })
@Entity('partner')
@Unique(['consultationId', 'position'])
export class Partner {
  @Field(() => ID)
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey('Consultation', { onDelete: 'CASCADE' })
  consultationId: string;

  @Column('smallint')
  position: number;

  @Field()
  @Column('text')
  name: string;
}
