import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Role, TerritoryKind } from '@preau/shared-domain';

/** A role given to an account: everywhere, or in one territory, on one theme, until a day. */
@Entity('role_grant')
@Check(
  'role_grant_role_check',
  `role IN ('participant', 'teacher', 'facilitator', 'moderator', 'coordinator', 'staff', 'admin')`,
)
@Check('role_grant_territory_check', '(territory_level IS NULL) = (territory_code IS NULL)')
@Index(['accountId'])
@Index(['grantedBy'])
export class RoleGrantRow {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string;

  @Column('text')
  role: Role;

  @Column('text', { nullable: true })
  territoryLevel: TerritoryKind | null;

  @Column('text', { nullable: true })
  territoryCode: string | null;

  /** A theme of the consultation domain, which stands on this one: no foreign key leads there. */
  @Column('uuid', { nullable: true })
  themeId: string | null;

  /** In the words of whoever granted it. */
  @Column('text', { default: '' })
  reason: string;

  /** Null: by the platform itself, on a proof. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Account', { onDelete: 'SET NULL' })
  grantedBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  grantedAt: Date;

  @Column('timestamptz', { nullable: true })
  endsAt: Date | null;
}
