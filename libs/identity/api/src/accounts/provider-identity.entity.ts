import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who an account is at an OIDC provider: what signs in to it again. */
@Entity('provider_identity')
@Index(['accountId'])
export class ProviderIdentity {
  /** Name of the provider, as in the settings. */
  @PrimaryColumn('text')
  provider: string;

  /** `sub`: the provider never gives it to anybody else. */
  @PrimaryColumn('text')
  subject: string;

  @Column('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
