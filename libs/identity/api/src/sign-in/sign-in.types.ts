import { ArgsType, createUnionType, Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { SIGN_IN_REFUSALS, type SignInRefusal } from '@preau/identity-domain';
import { Account } from '../accounts/account.entity';

const SignInRefusals = Object.fromEntries(SIGN_IN_REFUSALS.map((code) => [code, code]));
registerEnumType(SignInRefusals, { name: 'SignInRefusal' });

@ObjectType({ description: 'The same answer whether or not the address has an account.' })
export class SignInRequested {
  @Field(() => Int)
  expiresInMinutes: number;
}

@ArgsType()
export class ConfirmSignInArgs {
  @Field(() => String, {
    nullable: true,
    description: 'The six figures, with the address they were sent to.',
  })
  code?: string | null;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'What follows # in the link.' })
  token?: string | null;
}

@ObjectType()
export class SignedIn {
  @Field()
  account: Account;
}

@ObjectType()
export class SignInRefused {
  @Field(() => SignInRefusals)
  code: SignInRefusal;

  @Field(() => Int, { nullable: true })
  triesLeft: number | null;
}

export const SignInResult = createUnionType({
  name: 'SignInResult',
  types: () => [SignedIn, SignInRefused] as const,
  resolveType: (value: SignedIn | SignInRefused) => ('account' in value ? SignedIn : SignInRefused),
});
