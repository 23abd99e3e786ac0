import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * Somebody who has proved who they are (by a mail, by a provider) and of whom one thing is still wanted before a session
 * opens: their second factor, or what a new account needs. Held for one browser, for a short while.
 */
@Entity('pending_sign_in')
@Index(['accountId'])
@Index(['expiresAt'])
export class PendingSignIn {
  /** SHA-256 of the browser's secret: a browser signs in to one account at a time. */
  @PrimaryColumn('bytea')
  browserHash: Buffer;

  /** Null: the account is yet to be created. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string | null;

  /** Proved by a mail or said by a provider; null when it says none. */
  @Column('text', { nullable: true })
  email: string | null;

  /** Name of the OIDC provider, as in the settings; null when a mail was used. */
  @Column('text', { nullable: true })
  provider: string | null;

  /** `sub` at that provider. */
  @Column('text', { nullable: true })
  subject: string | null;

  @Column('text', { nullable: true })
  proposedName: string | null;

  /** A claim of the provider says that the person teaches. */
  @Column('boolean', { default: false })
  provesTeacher: boolean;

  /** The provider's `acr` says that a second factor was shown there. */
  @Column('boolean', { default: false })
  secondFactorDone: boolean;

  /** The provider's, sealed, which ending the session there asks for. */
  @Column('text', { nullable: true })
  idToken: string | null;

  @Column('timestamptz')
  expiresAt: Date;
}
