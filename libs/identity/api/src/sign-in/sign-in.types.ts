import { ArgsType, createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
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
    description:
      'The six figures: with the address they were sent to, in the browser that asked; or with the link’s token, in another.',
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

export const PENDING_STEPS = ['REGISTRATION', 'SECOND_FACTOR'] as const;
export type PendingStep = (typeof PENDING_STEPS)[number];
const PendingSteps = Object.fromEntries(PENDING_STEPS.map((step) => [step, step]));
registerEnumType(PendingSteps, { name: 'PendingStep' });

@ObjectType({
  description:
    'Proved, and one thing is still wanted in this browser: see `register` and `confirmSecondFactor`.',
})
export class SignInPending {
  @Field(() => PendingSteps)
  step: PendingStep;

  @Field(() => ID, { description: 'Changes with each sign-in: nothing typed for one serves another.' })
  id: string;

  @Field(() => String, { nullable: true })
  email: string | null;

  @Field(() => String, { nullable: true, description: 'By the provider.' })
  proposedName: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Domain of the professional address that was proved, such as `ac-lyon.fr`.',
  })
  professionalDomain: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the académie whose address was proved.' })
  academie: string | null;
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
  types: () => [SignedIn, SignInPending, SignInRefused] as const,
  resolveType: (value: SignedIn | SignInPending | SignInRefused) =>
    'account' in value ? SignedIn : 'step' in value ? SignInPending : SignInRefused,
});
