import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '@preau/shared-api';
import { Questionnaire } from '../definitions/questionnaire.types';

export const QuestionnaireConnection = connectionOf(Questionnaire);

@ObjectType({ description: 'Responses received per day, for staff.' })
export class DayCount {
  @Field()
  day: string;

  @Field(() => Int)
  responses: number;
}

@ObjectType()
export class StaffParticipation {
  @Field()
  asOf: Date;

  @Field(() => [DayCount])
  days: DayCount[];

  @Field(() => Int)
  drafts: number;

  @Field(() => Int)
  total: number;
}
