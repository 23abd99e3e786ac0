import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  GRANT_REFUSALS,
  REINSTATE_REFUSALS,
  REVOKE_REFUSALS,
  SUSPEND_REFUSALS,
  type AccountRights,
  type GrantRefusal,
  type ReinstateRefusal,
  type RevokeRefusal,
  type SuspendRefusal,
} from '@preau/identity-domain';
import type { Role } from '@preau/shared-domain';
import { Account } from '../accounts/account.entity';
import { Roles } from './rights.enums';
import { RoleGrantRow } from './role-grant.entity';
import { TerritoryInput } from './territory.types';

const codes = (refusals: readonly string[]) => Object.fromEntries(refusals.map((code) => [code, code]));
const GrantRefusals = codes(GRANT_REFUSALS);
const RevokeRefusals = codes(REVOKE_REFUSALS);
const SuspendRefusals = codes(SUSPEND_REFUSALS);
const ReinstateRefusals = codes(REINSTATE_REFUSALS);
registerEnumType(GrantRefusals, { name: 'GrantRefusal' });
registerEnumType(RevokeRefusals, { name: 'RevokeRefusal' });
registerEnumType(SuspendRefusals, { name: 'SuspendRefusal' });
registerEnumType(ReinstateRefusals, { name: 'ReinstateRefusal' });

@ObjectType('AccountRights', { description: 'What whoever asks may do with an account.' })
export class AccountRightsType implements AccountRights {
  @Field()
  grant: boolean;

  @Field()
  suspend: boolean;

  @Field()
  reinstate: boolean;

  @Field()
  resetSecondFactor: boolean;
}

@InputType()
export class GrantRoleInput {
  @Field(() => ID)
  accountId: string;

  @Field(() => Roles)
  role: Role;

  @Field(() => TerritoryInput, { nullable: true, description: 'None: everywhere.' })
  territory?: TerritoryInput | null;

  @Field(() => ID, { nullable: true, description: 'None: on every theme.' })
  themeId?: string | null;

  @Field()
  reason: string;

  @Field(() => Date, { nullable: true, description: 'None: until it is taken back.' })
  endsAt?: Date | null;
}

@ObjectType()
export class RoleGranted {
  @Field(() => RoleGrantRow)
  grant: RoleGrantRow;
}

@ObjectType()
export class GrantRefused {
  @Field(() => GrantRefusals)
  code: GrantRefusal;
}

@ObjectType()
export class RoleRevoked {
  @Field(() => Account)
  account: Account;
}

@ObjectType()
export class RevokeRefused {
  @Field(() => RevokeRefusals)
  code: RevokeRefusal;
}

@ObjectType()
export class AccountSuspended {
  @Field(() => Account)
  account: Account;
}

@ObjectType()
export class SuspendRefused {
  @Field(() => SuspendRefusals)
  code: SuspendRefusal;
}

@ObjectType()
export class AccountReinstated {
  @Field(() => Account)
  account: Account;
}

@ObjectType()
export class ReinstateRefused {
  @Field(() => ReinstateRefusals)
  code: ReinstateRefusal;
}

export const GrantRoleResult = createUnionType({
  name: 'GrantRoleResult',
  types: () => [RoleGranted, GrantRefused] as const,
  resolveType: (value: object) => ('code' in value ? GrantRefused : RoleGranted),
});

export const RevokeRoleResult = createUnionType({
  name: 'RevokeRoleResult',
  types: () => [RoleRevoked, RevokeRefused] as const,
  resolveType: (value: object) => ('code' in value ? RevokeRefused : RoleRevoked),
});

export const SuspendAccountResult = createUnionType({
  name: 'SuspendAccountResult',
  types: () => [AccountSuspended, SuspendRefused] as const,
  resolveType: (value: object) => ('code' in value ? SuspendRefused : AccountSuspended),
});

export const ReinstateAccountResult = createUnionType({
  name: 'ReinstateAccountResult',
  types: () => [AccountReinstated, ReinstateRefused] as const,
  resolveType: (value: object) => ('code' in value ? ReinstateRefused : AccountReinstated),
});
