import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody who was sent to a provider and has not come back. It serves once: using it deletes it. */
@Entity('oidc_request')
@Index(['expiresAt'])
export class OidcRequest {
  /** SHA-256 of the `state` that the provider gives back. */
  @PrimaryColumn('bytea')
  stateHash: Buffer;

  /** The browser that left: an answer that another one brings is not for it. */
  @Column('bytea')
  browserHash: Buffer;

  @Column('text')
  provider: string;

  /** What the identity token must repeat. */
  @Column('text')
  nonce: string;

  /** PKCE (RFC 7636), where the provider knows it. */
  @Column('text', { nullable: true })
  codeVerifier: string | null;

  @Column('text', { nullable: true })
  returnPath: string | null;

  @Column('timestamptz')
  expiresAt: Date;
}
