import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * A picture that was received, kept in several widths. Whatever shows one holds it (`holder`); one that nobody holds goes
 * with its files once it has expired. Each file has its row before it is written.
 */
@Entity('image')
@Check('image_holder_check', '(holder IS NULL) <> (expires_at IS NULL)')
@Unique(['name'])
@Index(['accountId', 'createdAt'])
@Index('image_expires_at_index', { synchronize: false })
export class ImageRow {
  /** Chosen by whoever sends it: sent again, it is the same. */
  @PrimaryColumn('uuid')
  id: string;

  /** Whose it is; nobody's once their account is gone. The identity domain stands on this one: no foreign key leads there. */
  @Column('uuid', { nullable: true })
  accountId: string | null;

  /** Of its files, drawn at random. */
  @Column('text')
  name: string;

  /** SHA-256 of what was sent. */
  @Column('bytea')
  digest: Buffer;

  /** Of the largest of its files. */
  @Column('integer')
  width: number;

  @Column('integer')
  height: number;

  /** All its files together. */
  @Column('integer')
  bytes: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  /** When all its files were written. */
  @Column('timestamptz', { nullable: true })
  storedAt: Date | null;

  /** What shows it, such as `post`. */
  @Column('text', { nullable: true })
  holder: string | null;

  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;
}
