import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A response sent without signing in, whose code somebody entered in their space. No account stands here: who it is of is
 * known to whoever has the personal key, and to nobody once it is destroyed.
 */
@Entity('linked_response')
export class LinkedResponse {
  /** HMAC of the personal key: the same for all that one person linked. */
  @PrimaryColumn('bytea')
  ownerTag: Buffer;

  /** HMAC of the code under the personal key: linked twice, it is there once. */
  @PrimaryColumn('bytea')
  linkTag: Buffer;

  /** The code, sealed with the personal key. */
  @Column('bytea')
  sealed: Buffer;
}
