import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Stands for the second factor once, when the telephone is lost. */
@Entity('recovery_code')
@Index(['accountId'])
export class RecoveryCode {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string;

  /** Keyed (HMAC). */
  @Column('bytea')
  codeHash: Buffer;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
