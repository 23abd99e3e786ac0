import { createUnionType, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '@preau/shared-api';
import { Questionnaire, type ShownQuestionnaire } from '../definitions/questionnaire.types';
import { ResponseReceipt } from '../responses/response.types';

export const LINK_REFUSALS = ['UNKNOWN_RESPONSE', 'TOO_MANY_TRIES', 'TOO_MANY_LINKS'] as const;
export type LinkRefusal = (typeof LINK_REFUSALS)[number];
const LinkRefusalEnum = Object.fromEntries(LINK_REFUSALS.map((code) => [code, code]));
registerEnumType(LinkRefusalEnum, { name: 'LinkRefusal' });

@ObjectType({ description: 'A draft or a response of whoever is signed in, as their own space lists it.' })
export class KeptAnswer {
  @Field(() => ID)
  id: string;

  @Field(() => Questionnaire)
  questionnaire: ShownQuestionnaire;

  @Field(() => Date, { nullable: true, description: 'A draft: when it was last saved.' })
  savedAt: Date | null;

  @Field(() => ResponseReceipt, { nullable: true, description: 'A response: its code reads and amends.' })
  receipt: ResponseReceipt | null;

  @Field({ description: 'Sent without signing in, then linked by its code.' })
  isLinked: boolean;
}

export const KeptAnswerConnection = connectionOf(KeptAnswer);

@ObjectType()
export class ResponseLinked {
  @Field(() => KeptAnswer)
  answer: KeptAnswer;
}

@ObjectType()
export class LinkRefused {
  @Field(() => LinkRefusalEnum)
  code: LinkRefusal;
}

export const LinkResponseResult = createUnionType({
  name: 'LinkResponseResult',
  types: () => [ResponseLinked, LinkRefused] as const,
  resolveType: (value: object) => ('answer' in value ? ResponseLinked : LinkRefused),
});
