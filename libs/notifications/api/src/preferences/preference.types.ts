import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  CHOSEN_KINDS,
  MAIL_FREQUENCIES,
  PREFERENCE_REFUSALS,
  UNSUBSCRIBE_SCOPES,
  type ChosenKind,
  type MailFrequency,
  type PreferenceRefusal,
  type UnsubscribeScope,
} from '@preau/notifications-domain';

const enumOf = (codes: readonly string[], name: string) => {
  const values = Object.fromEntries(codes.map((code) => [code, code]));
  registerEnumType(values, { name });
  return values;
};
const Kinds = enumOf(CHOSEN_KINDS, 'ChosenKind');
const Frequencies = enumOf(MAIL_FREQUENCIES, 'MailFrequency');
const Refusals = enumOf(PREFERENCE_REFUSALS, 'MailPreferencesRefusal');
const Scopes = enumOf(UNSUBSCRIBE_SCOPES, 'UnsubscribeScope');

@ObjectType()
export class KindPreference {
  @Field(() => Kinds)
  kind: ChosenKind;

  @Field(() => Frequencies)
  frequency: MailFrequency;
}

@ObjectType({
  description: 'Which mails somebody receives. Mails about their account’s safety are no choice.',
})
export class MailPreferencesChosen {
  @Field(() => [KindPreference])
  kinds: KindPreference[];

  @Field(() => Int, { nullable: true, description: 'At most so many mails in seven days; null: no limit.' })
  perWeek: number | null;

  @Field(() => String, { nullable: true, description: 'Where they go.' })
  address: string | null;
}

@InputType()
export class KindPreferenceInput {
  @Field(() => Kinds)
  kind: ChosenKind;

  @Field(() => Frequencies)
  frequency: MailFrequency;
}

@InputType()
export class SaveMailPreferencesInput {
  @Field(() => [KindPreferenceInput], { description: 'Kinds left out stay as they are.' })
  kinds: KindPreferenceInput[];

  @Field(() => Int, { nullable: true })
  perWeek?: number | null;
}

@ObjectType()
export class MailPreferencesRefused {
  @Field(() => Refusals)
  code: PreferenceRefusal;
}

export const SaveMailPreferencesResult = createUnionType({
  name: 'SaveMailPreferencesResult',
  types: () => [MailPreferencesChosen, MailPreferencesRefused] as const,
  resolveType: (value: MailPreferencesChosen | MailPreferencesRefused) =>
    'kinds' in value ? MailPreferencesChosen : MailPreferencesRefused,
});

@ObjectType({ description: 'What a mail’s link ends.' })
export class Unsubscription {
  @Field(() => Scopes)
  scope: UnsubscribeScope;

  @Field({ description: 'Enough of the address to recognise one’s own.' })
  address: string;

  @Field({ description: 'These mails have been ended already.' })
  isEnded: boolean;
}

const UNSUBSCRIBE_REFUSALS = ['INVALID_LINK'] as const;
const UnsubscribeRefusals = enumOf(UNSUBSCRIBE_REFUSALS, 'UnsubscribeRefusal');

@ObjectType()
export class UnsubscribeRefused {
  @Field(() => UnsubscribeRefusals, { description: 'The link was changed or cut on its way.' })
  code: (typeof UNSUBSCRIBE_REFUSALS)[number];
}

export const UnsubscribeResult = createUnionType({
  name: 'UnsubscribeResult',
  types: () => [Unsubscription, UnsubscribeRefused] as const,
  resolveType: (value: Unsubscription | UnsubscribeRefused) =>
    'scope' in value ? Unsubscription : UnsubscribeRefused,
});
