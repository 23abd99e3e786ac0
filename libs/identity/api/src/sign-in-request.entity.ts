import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A mail that was asked for: its link and its six figures open one session, once, within fifteen minutes. */
@Entity('sign_in_request')
@Index(['accountId'])
export class SignInRequest {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string;

  /** SHA-256 of the link's token. */
  @Column('bytea', { unique: true })
  tokenHash: Buffer;

  /** Keyed (HMAC): six figures alone could be tried out on a stolen table. */
  @Column('bytea')
  codeHash: Buffer;

  @Column('smallint', { default: 0 })
  failedTries: number;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
