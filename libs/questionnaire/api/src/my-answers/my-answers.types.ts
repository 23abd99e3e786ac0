import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Questionnaire, type ShownQuestionnaire } from '../definitions/questionnaire.types';
import { Draft } from '../drafts/draft.types';
import { ResponseReceipt } from '../responses/response.types';

@ObjectType({
  description:
    'Where a signed-in person stands with a questionnaire: found again on any device, joined to no account.',
})
export class MyAnswer {
  @Field(() => ID, { description: 'The id to send the answers under.' })
  responseId: string;

  @Field({ description: 'The token to save the draft under. Keep it as one keeps a personal link.' })
  token: string;

  @Field(() => Questionnaire)
  questionnaire: ShownQuestionnaire;

  @Field(() => Draft, { nullable: true })
  draft: Draft | null;

  @Field(() => ResponseReceipt, { nullable: true, description: 'Once answered: its code reads and amends.' })
  receipt: ResponseReceipt | null;

  @Field({
    description:
      'The account answered before its deletion was asked for: the response counts, is joined to nobody, and there is no other.',
  })
  isUnlinked: boolean;
}
