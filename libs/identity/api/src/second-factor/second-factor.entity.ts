import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/**
 * The six figures of an application (TOTP, RFC 6238) that an account is asked for beside its mail. Secrets are AES-256-GCM under
 * a key drawn from the server's, for one account: the table alone makes no codes, a row copied to another account neither.
 */
@Entity('second_factor')
export class SecondFactor {
  @PrimaryColumn('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string;

  /** Null until a first code was shown: nothing is asked for before. */
  @Column('bytea', { nullable: true })
  sealedSecret: Buffer | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  /** The time step of the last code that was accepted: no code serves twice. */
  @Column('bigint', { nullable: true })
  lastStep: string | null;

  /** Shown, and waiting for its first code: it then takes the place of the other, which serves until then. */
  @Column('bytea', { nullable: true })
  nextSealedSecret: Buffer | null;

  @Column('timestamptz', { nullable: true })
  nextBegunAt: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
