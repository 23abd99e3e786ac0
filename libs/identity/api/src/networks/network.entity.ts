import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@ObjectType({ description: 'A network (« réseau ») of establishments that work together.' })
@Entity('network')
@Index(['academie', 'name'])
export class Network {
  /** As the file it came from names it. */
  @Field(() => ID)
  @PrimaryColumn('text')
  id: string;

  @Field()
  @Column('text')
  name: string;

  @Field({ description: 'Such as « REP+ » or « Réseau de lycées ».' })
  @Column('text')
  kind: string;

  @Field({ description: 'Code of the académie.' })
  @Column('text')
  academie: string;
}

/** One establishment in one network; it may be in several. */
@Entity('network_member')
@Index(['uai'])
export class NetworkMember {
  @PrimaryColumn('text')
  @ForeignKey('Network', { onDelete: 'CASCADE' })
  networkId: string;

  @PrimaryColumn('text')
  @ForeignKey('Establishment', { onDelete: 'CASCADE' })
  uai: string;
}
