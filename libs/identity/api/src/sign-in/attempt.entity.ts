import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How often something was tried on one target since then: see `attempts.ts`. */
@Entity('attempt')
@Index(['since'])
export class Attempt {
  /** Keyed hash of what is tried and on whom. */
  @PrimaryColumn('bytea')
  target: Buffer;

  @Column('int', { default: 1 })
  tries: number;

  @Column('timestamptz')
  since: Date;
}
