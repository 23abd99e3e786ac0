import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A browser that is signed in. The cookie holds a random secret; only its SHA-256 is kept. */
@Entity('session')
@Index(['accountId'])
export class Session {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('bytea', { unique: true })
  secretHash: Buffer;

  @Column('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string;

  /** What its owner recognises it by, such as « Firefox, Linux »: never the whole signature of a browser. */
  @Column('text', { default: '' })
  device: string;

  /** When a second factor was shown for it. */
  @Column('timestamptz', { nullable: true })
  secondFactorAt: Date | null;

  /** Name of the OIDC provider that opened it, as in the settings; null when a mail did. */
  @Column('text', { nullable: true })
  provider: string | null;

  /** The provider's identity token, sealed, which ending the session there too asks for. */
  @Column('text', { nullable: true })
  idToken: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  lastSeenAt: Date;
}
