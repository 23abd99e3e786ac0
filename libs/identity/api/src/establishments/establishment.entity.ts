import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A school, or a service of an académie, as the national directory describes it. */
@Entity('establishment')
@Check('establishment_uai_check', `uai ~ '^[0-9]{7}[A-Z]$'`)
@Index(['departement', 'commune', 'name'])
export class Establishment {
  @PrimaryColumn('text')
  uai: string;

  @Column('text')
  name: string;

  /** As the directory words it: "Ecole", "Collège", "Lycée"… */
  @Column('text')
  kind: string;

  @Column('text')
  commune: string;

  @Column('text')
  departement: string;

  @Column('text')
  academie: string;

  /** One that has closed stays: answers and roles may name it. */
  @Column('boolean')
  isOpen: boolean;
}
