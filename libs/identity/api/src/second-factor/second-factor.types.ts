import { createUnionType, Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  RESET_REFUSALS,
  SECOND_FACTOR_REFUSALS,
  type ResetRefusal,
  type SecondFactorRefusal,
} from '@preau/identity-domain';
import { Account } from '../accounts/account.entity';
import { SignedIn } from '../sign-in/sign-in.types';

const codes = (refusals: readonly string[]) => Object.fromEntries(refusals.map((code) => [code, code]));
const SecondFactorRefusals = codes(SECOND_FACTOR_REFUSALS);
const ResetRefusals = codes(RESET_REFUSALS);
registerEnumType(SecondFactorRefusals, { name: 'SecondFactorRefusal' });
registerEnumType(ResetRefusals, { name: 'ResetSecondFactorRefusal' });

@ObjectType()
export class SecondFactorRefused {
  @Field(() => SecondFactorRefusals)
  code: SecondFactorRefusal;

  @Field(() => Int, { nullable: true, description: 'INVALID: how many more may be tried for now.' })
  triesLeft: number | null;
}

@ObjectType({ description: 'What an application of codes is given; it serves once its first code is shown.' })
export class SecondFactorSetup {
  @Field({ description: 'For a QR code: `otpauth://totp/…`.' })
  uri: string;

  @Field({ description: 'The same key, to be typed: base 32, in groups of four.' })
  secret: string;
}

@ObjectType({ description: 'Shown this once: the server keeps none of them.' })
export class RecoveryCodesGiven {
  @Field(() => [String])
  codes: string[];

  @Field()
  account: Account;
}

@ObjectType()
export class SecondFactorRemoved {
  @Field()
  account: Account;
}

@ObjectType()
export class SecondFactorReset {
  @Field()
  account: Account;
}

@ObjectType()
export class ResetSecondFactorRefused {
  @Field(() => ResetRefusals)
  code: ResetRefusal;
}

type Refusable<T> = T | SecondFactorRefused;
const isRefused = (value: object): value is SecondFactorRefused => 'triesLeft' in value;

export const BeginSecondFactorResult = createUnionType({
  name: 'BeginSecondFactorResult',
  types: () => [SecondFactorSetup, SecondFactorRefused] as const,
  resolveType: (value: Refusable<SecondFactorSetup>) =>
    isRefused(value) ? SecondFactorRefused : SecondFactorSetup,
});

export const RecoveryCodesResult = createUnionType({
  name: 'RecoveryCodesResult',
  types: () => [RecoveryCodesGiven, SecondFactorRefused] as const,
  resolveType: (value: Refusable<RecoveryCodesGiven>) =>
    isRefused(value) ? SecondFactorRefused : RecoveryCodesGiven,
});

export const ShowSecondFactorResult = createUnionType({
  name: 'ShowSecondFactorResult',
  types: () => [SignedIn, SecondFactorRefused] as const,
  resolveType: (value: Refusable<SignedIn>) => (isRefused(value) ? SecondFactorRefused : SignedIn),
});

export const RemoveSecondFactorResult = createUnionType({
  name: 'RemoveSecondFactorResult',
  types: () => [SecondFactorRemoved, SecondFactorRefused] as const,
  resolveType: (value: Refusable<SecondFactorRemoved>) =>
    isRefused(value) ? SecondFactorRefused : SecondFactorRemoved,
});

export const ResetSecondFactorResult = createUnionType({
  name: 'ResetSecondFactorResult',
  types: () => [SecondFactorReset, ResetSecondFactorRefused] as const,
  resolveType: (value: object) => ('code' in value ? ResetSecondFactorRefused : SecondFactorReset),
});
