import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One thing somebody with rights did. The API's role may add rows to this table and read them; nothing else. */
@Entity('audit_entry')
@Index(['object', 'rank'])
@Index(['accountId', 'rank'])
@Index(['action', 'rank'])
export class AuditEntry {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;

  @Column('uuid')
  accountId: string;

  /** Domain and verb, such as `exports.download`. */
  @Column('text')
  action: string;

  /** What it was done to, such as `questionnaire:<id>`. */
  @Column('text')
  object: string;

  @Column('jsonb', { default: {} })
  details: object;

  /** From 1, without gaps. This and the hash are the database's to write, when the entry is inserted. */
  @Column({ type: 'bigint', unique: true, insert: false, update: false })
  rank: string;

  /** SHA-256 of the hash before and of this entry (`audit-chain.ts`). */
  @Column({ type: 'bytea', insert: false, update: false })
  hash: Buffer;
}
