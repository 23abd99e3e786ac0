import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Role, RoleGrant, TerritoryKind } from '@preau/shared-domain';
import { Roles } from './rights.enums';

@ObjectType('RoleGrant', {
  description: 'A role given to an account: everywhere, or in one territory, on one theme, until a day.',
})
@Entity('role_grant')
@Check(
  'role_grant_role_check',
  `role IN ('participant', 'teacher', 'facilitator', 'moderator', 'coordinator', 'staff', 'admin')`,
)
@Check('role_grant_territory_check', '(territory_level IS NULL) = (territory_code IS NULL)')
@Index(['accountId'])
@Index(['grantedBy'])
export class RoleGrantRow {
  @Field(() => ID)
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey('Account', { onDelete: 'CASCADE' })
  accountId: string;

  @Field(() => Roles)
  @Column('text')
  role: Role;

  @Column('text', { nullable: true })
  territoryLevel: TerritoryKind | null;

  @Column('text', { nullable: true })
  territoryCode: string | null;

  /** A theme of the consultation domain, which stands on this one: no foreign key leads there. */
  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true })
  themeId: string | null;

  /** In the words of whoever granted it. */
  @Field()
  @Column('text', { default: '' })
  reason: string;

  /** Null: by the platform itself, on a proof. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Account', { onDelete: 'SET NULL' })
  grantedBy: string | null;

  @Field()
  @Column('timestamptz', { default: () => 'now()' })
  grantedAt: Date;

  @Field(() => Date, { nullable: true })
  @Column('timestamptz', { nullable: true })
  endsAt: Date | null;
}

/** What a row grants, in the words of the rules. */
export function grantOf({ role, territoryLevel, territoryCode, themeId }: RoleGrantRow): RoleGrant {
  const hasTerritory = territoryLevel !== null && territoryCode !== null;
  return { role, territory: hasTerritory ? { level: territoryLevel, code: territoryCode } : null, themeId };
}
