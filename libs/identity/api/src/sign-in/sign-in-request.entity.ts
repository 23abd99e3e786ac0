import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * A mail that was asked for: its link and its six figures open one session, once, within fifteen minutes, in the browser
 * that asked. Addresses without an account leave the same row and receive the same mail, which then creates one.
 */
@Entity('sign_in_request')
@Index(['accountId'])
@Index(['addressKey', 'createdAt'])
@Index(['browserHash'])
@Index(['expiresAt'])
export class SignInRequest {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  /** Keyed hash of the mailbox (the address without its tag), whose mails are counted. */
  @Column('bytea')
  addressKey: Buffer;

  /** Where the mail goes. Null in requests made before there were new accounts. */
  @Column('text', { nullable: true })
  email: string | null;

  /** SHA-256 of the secret of the browser that asked. */
  @Column('bytea', { nullable: true })
  browserHash: Buffer | null;

  /** Null when the address had no account when the mail was asked for. */
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
