import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Answers, Definition } from '@preau/questionnaire-domain';
import { JsonScalar } from '@preau/shared-api';
import { Questionnaire, type ShownQuestionnaire } from '../definitions/questionnaire.types';

export const RESPONSE_REFUSALS = [
  'NOT_OPEN',
  'CLOSED',
  'UNKNOWN_QUESTIONNAIRE',
  'UNKNOWN_VERSION',
  'UNKNOWN_RESPONSE',
  'INVALID_ANSWERS',
  'ALREADY_ANSWERED',
  'ANSWER_UNLINKED',
  'QUOTA_REACHED',
  'CONFLICT',
  'CHALLENGE_REQUIRED',
] as const;
export type ResponseRefusal = (typeof RESPONSE_REFUSALS)[number];
const ResponseRefusalEnum = Object.fromEntries(RESPONSE_REFUSALS.map((code) => [code, code]));
registerEnumType(ResponseRefusalEnum, { name: 'ResponseRefusal' });

@InputType()
export class SubmitResponseInput {
  @Field(() => ID, {
    description: 'A UUID chosen by the client: sent again, it counts once and gets the same receipt.',
  })
  id: string;

  @Field(() => ID)
  questionnaireId: string;

  @Field(() => Int)
  version: number;

  @Field(() => JsonScalar)
  answers: unknown;

  @Field(() => String, {
    nullable: true,
    description: 'The draft these answers come from: deleted with the sending.',
  })
  draftToken?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Random token of this browser: stops an accidental second answer.',
  })
  deviceToken?: string | null;

  @Field(() => String, { nullable: true })
  proof?: string | null;
}

@InputType()
export class AmendResponseInput {
  @Field()
  code: string;

  @Field(() => JsonScalar)
  answers: unknown;
}

@ObjectType({ description: 'Proof of sending. The code opens the answers again; nobody else has it.' })
export class ResponseReceipt {
  @Field(() => ID)
  id: string;

  @Field()
  code: string;

  @Field({ description: 'Day in Paris, YYYY-MM-DD.' })
  submittedOn: string;

  @Field({ description: 'SHA-256 of the answers as kept, in canonical JSON.' })
  digest: string;
}

@ObjectType()
export class AnswerProblem {
  @Field()
  question: string;

  @Field(() => [String])
  path: string[];

  @Field()
  code: string;

  @Field()
  message: string;
}

@ObjectType()
export class ResponseRefused {
  @Field(() => ResponseRefusalEnum)
  code: ResponseRefusal;

  @Field(() => [AnswerProblem])
  problems: AnswerProblem[];
}

export const SubmitResponseResult = createUnionType({
  name: 'SubmitResponseResult',
  types: () => [ResponseReceipt, ResponseRefused] as const,
  resolveType: (value: object) => ('digest' in value ? ResponseReceipt : ResponseRefused),
});

@ObjectType()
export class ResponseRights {
  @Field()
  amend: boolean;
}

@ObjectType({ description: 'What the holder of a receipt sees again.' })
export class Response {
  @Field(() => ID)
  id: string;

  @Field(() => Questionnaire)
  questionnaire: ShownQuestionnaire;

  @Field(() => Int)
  version: number;

  @Field(() => JsonScalar, { description: 'The definition it was answered on.' })
  definition: Definition;

  @Field(() => JsonScalar)
  answers: Answers;

  @Field({ description: 'Day in Paris, YYYY-MM-DD.' })
  submittedOn: string;

  @Field()
  digest: string;

  @Field(() => ResponseRights)
  viewerCan: ResponseRights;
}

export const refused = (code: ResponseRefusal, problems: AnswerProblem[] = []): ResponseRefused => ({
  code,
  problems,
});
