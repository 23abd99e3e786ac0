import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * A mail that was asked for: its link and its six figures open one session, once, within fifteen minutes.
 * Addresses without an account leave the same row, so that nothing tells them apart from outside.
 */
@Entity('sign_in_request')
@Index(['accountId'])
@Index(['addressKey', 'createdAt'])
@Index(['expiresAt'])
export class SignInRequest {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  /** Keyed hash of the address: the mails one address receives are counted whether or not it has an account. */
  @Column('bytea')
  addressKey: Buffer;

  /** Null when the address has no account: no mail is sent and nothing opens. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string | null;

  /** SHA-256 of the link's token. */
  @Column('bytea', { unique: true })
  tokenHash: Buffer;

  /** Keyed (HMAC): six figures alone could be tried out on a stolen table. */
  @Column('bytea')
  codeHash: Buffer;

  @Column('smallint', { default: 0 })
  failedTries: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  /** Brought forward to the present by a later request for the same address. */
  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
