import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * Answers not yet sent, sealed with a key drawn from the token in the person's own link: without that link nobody,
 * the ministry included, can read them.
 */
@Entity('draft')
@Index(['questionnaireId'])
@Index(['savedAt'])
export class DraftRow {
  /** SHA-256 of the token. */
  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  @Column('uuid')
  @ForeignKey('QuestionnaireRow', { onDelete: 'CASCADE' })
  questionnaireId: string;

  @Column('int')
  version: number;

  @Column('int', { default: 1 })
  revision: number;

  /** AES-256-GCM: nonce, tag, ciphertext. */
  @Column('bytea')
  sealed: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  savedAt: Date;
}
