import { createUnionType, Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  DISPLAY_NAME_FAULTS,
  PSEUDONYM_FAULTS,
  PROFILE_FAULTS,
  PROFILE_REFUSALS,
  type DeclaredRole,
  type Profile,
  type ProfileFault,
  type ProfileRefusal,
} from '@preau/identity-domain';
import { Account } from '../accounts/account.entity';
import { DeclaredRoles } from '../accounts/declared-role';

const codes = [...DISPLAY_NAME_FAULTS, ...PSEUDONYM_FAULTS, ...PROFILE_FAULTS];
const ProfileFaultCodes = Object.fromEntries(codes.map((code) => [code, code]));
registerEnumType(ProfileFaultCodes, { name: 'ProfileFaultCode' });
const ProfileRefusals = Object.fromEntries(PROFILE_REFUSALS.map((code) => [code, code]));
registerEnumType(ProfileRefusals, { name: 'ProfileRefusal' });

@InputType()
export class SaveProfileInput implements Profile {
  @Field()
  displayName: string;

  @Field()
  isPseudonym: boolean;

  @Field(() => DeclaredRoles, { nullable: true })
  declaredRole: DeclaredRole | null;

  @Field(() => String, { nullable: true, description: 'Code of the académie.' })
  academie: string | null;
}

@ObjectType('ProfileFault')
export class ProfileFaultType implements ProfileFault {
  @Field(() => String, { description: 'Name of the field, as in the input.' })
  field: ProfileFault['field'];

  @Field(() => ProfileFaultCodes)
  code: ProfileFault['code'];
}

@ObjectType()
export class ProfileSaved {
  @Field()
  account: Account;
}

@ObjectType()
export class ProfileRefused implements ProfileRefusal {
  @Field(() => ProfileRefusals)
  code: ProfileRefusal['code'];

  @Field(() => [ProfileFaultType], { description: 'INVALID: what is wrong, field by field.' })
  faults: ProfileFault[];
}

export const SaveProfileResult = createUnionType({
  name: 'SaveProfileResult',
  types: () => [ProfileSaved, ProfileRefused] as const,
  resolveType: (value: ProfileSaved | ProfileRefused) => ('account' in value ? ProfileSaved : ProfileRefused),
});
