import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  QUESTIONNAIRE_STATUSES,
  type QuestionnaireRow,
  type QuestionnaireStatus,
} from './questionnaire.entity';

const QuestionnaireStatusEnum = Object.fromEntries(QUESTIONNAIRE_STATUSES.map((name) => [name, name]));
registerEnumType(QuestionnaireStatusEnum, { name: 'QuestionnaireStatus' });

/** A questionnaire as it is shown: in one of its versions. */
export type ShownQuestionnaire = QuestionnaireRow & { readonly version: number };

@ObjectType({ description: 'What whoever asks may do with a questionnaire.' })
export class QuestionnaireRights {
  @Field()
  answer: boolean;

  @Field()
  preview: boolean;

  @Field()
  manage: boolean;

  @Field()
  export: boolean;
}

@ObjectType({ description: 'A form of a consultation, in one version.' })
export class Questionnaire {
  @Field(() => ID)
  id: string;

  @Field()
  slug: string;

  @Field()
  title: string;

  @Field(() => QuestionnaireStatusEnum)
  status: QuestionnaireStatus;

  @Field(() => Int)
  version: number;

  @Field()
  opensAt: Date;

  @Field()
  closesAt: Date;
}
