import { createUnionType, Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  AGES,
  DISPLAY_NAME_FAULTS,
  PSEUDONYM_FAULTS,
  REGISTRATION_FAULTS,
  type Age,
  type DeclaredRole,
  type RegistrationFault,
} from '@preau/identity-domain';
import { DeclaredRoles } from '../accounts/declared-role';
import { SignedIn } from './sign-in.types';

const upper = <T extends string>(values: readonly T[]) =>
  Object.fromEntries(values.map((value) => [value.toUpperCase(), value]));

export const Ages = upper(AGES);
registerEnumType(Ages, { name: 'Age', description: 'Under 15 there is no account.' });
const RegistrationFaultCodes = upper([...DISPLAY_NAME_FAULTS, ...PSEUDONYM_FAULTS, ...REGISTRATION_FAULTS]);
registerEnumType(RegistrationFaultCodes, { name: 'RegistrationFaultCode' });

@InputType()
export class RegisterInput {
  @Field(() => Ages)
  age: Age;

  @Field()
  displayName: string;

  @Field({ description: 'Always so under 18, whatever is said.' })
  isPseudonym: boolean;

  @Field(() => DeclaredRoles)
  declaredRole: DeclaredRole;

  @Field(() => String, { nullable: true, description: 'Code of the académie.' })
  academie?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The version of the charter that was shown and accepted; none when it was not.',
  })
  charterVersion?: string | null;
}

@ObjectType('RegistrationFault')
export class RegistrationFaultView {
  @Field(() => String, { description: 'Name of the field of the input.' })
  field: RegistrationFault['field'];

  @Field(() => RegistrationFaultCodes)
  code: RegistrationFault['code'];
}

export const REGISTRATION_REFUSALS = ['EXPIRED', 'INVALID', 'TOO_YOUNG'] as const;
export type RegistrationRefusal = (typeof REGISTRATION_REFUSALS)[number];
const RegistrationRefusals = upper(REGISTRATION_REFUSALS);
registerEnumType(RegistrationRefusals, { name: 'RegistrationRefusal' });

@ObjectType()
export class RegistrationRefused {
  @Field(() => RegistrationRefusals)
  code: RegistrationRefusal;

  @Field(() => [RegistrationFaultView], { description: 'INVALID: what to mend.' })
  faults: RegistrationFault[];
}

export const RegisterResult = createUnionType({
  name: 'RegisterResult',
  types: () => [SignedIn, RegistrationRefused] as const,
  resolveType: (value: SignedIn | RegistrationRefused) =>
    'account' in value ? SignedIn : RegistrationRefused,
});
