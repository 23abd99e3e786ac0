import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What an account's own things are found by, sealed with the server's key: a copy of the tables does not open it. */
@Entity('personal_key')
export class PersonalKey {
  @PrimaryColumn('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string;

  /** AES-256-GCM: nonce, tag, ciphertext. */
  @Column('bytea')
  sealed: Buffer;
}
