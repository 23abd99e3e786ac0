import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The six figures of an application (TOTP, RFC 6238) that an account is asked for beside its mail. */
@Entity('second_factor')
export class SecondFactor {
  @PrimaryColumn('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string;

  /** The shared secret, AES-256-GCM under a key drawn from the server's: the table alone makes no codes. */
  @Column('bytea')
  sealedSecret: Buffer;

  /** Null until a first code was shown: nothing is asked for before. */
  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  /** The time step of the last code that was accepted: no code serves twice. */
  @Column('bigint', { nullable: true })
  lastStep: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
