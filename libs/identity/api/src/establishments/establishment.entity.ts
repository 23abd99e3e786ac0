import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A school, or a service of an académie, as the national directory describes it. */
@ObjectType({ description: 'A school, or a service of an académie.' })
@Entity('establishment')
@Check('establishment_uai_check', `uai ~ '^[0-9]{7}[A-Z]$'`)
@Index(['departement', 'commune', 'name'])
@Index('establishment_search_text_index', { synchronize: false })
export class Establishment {
  @Field(() => ID, { description: 'Its national number.' })
  @PrimaryColumn('text')
  uai: string;

  @Field()
  @Column('text')
  name: string;

  /** As the directory words it: "Ecole", "Collège", "Lycée"… */
  @Field()
  @Column('text')
  kind: string;

  @Field()
  @Column('text')
  commune: string;

  @Field({ description: 'Code of the département.' })
  @Column('text')
  departement: string;

  @Field({ description: 'Code of the académie.' })
  @Column('text')
  academie: string;

  /** One that has closed stays: answers and roles may name it. */
  @Field()
  @Column('boolean')
  isOpen: boolean;

  /** What is searched: name, commune and number, without accents or capitals, each word after a space. */
  @Column('text', { default: '' })
  searchText: string;
}
