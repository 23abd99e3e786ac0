import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { JsonScalar } from '@preau/shared-api';
import type { Definition } from '@preau/questionnaire-domain';
import { QUESTIONNAIRE_STATUSES, type QuestionnaireStatus } from './questionnaire.entity';

const QuestionnaireStatusEnum = Object.fromEntries(QUESTIONNAIRE_STATUSES.map((name) => [name, name]));
registerEnumType(QuestionnaireStatusEnum, { name: 'QuestionnaireStatus' });

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

  consultationId: string;

  @Field()
  slug: string;

  @Field()
  title: string;

  @Field(() => QuestionnaireStatusEnum)
  status: QuestionnaireStatus;

  @Field(() => Int)
  version: number;

  @Field(() => JsonScalar)
  definition: Definition;

  @Field()
  opensAt: Date;

  @Field()
  closesAt: Date;

  @Field(() => Int, { description: 'Responses in the public figures (they move by eleven or more).' })
  responseCount: number;

  @Field(() => QuestionnaireRights)
  viewerCan: QuestionnaireRights;
}
