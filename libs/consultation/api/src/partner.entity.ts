import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@ObjectType({ description: 'An organisation taking part.' })
@Entity('partner')
@Index(['consultationId'])
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
