import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { JsonScalar } from '@preau/shared-api';

export const DRAFT_REFUSALS = [
  'NOT_OPEN',
  'CLOSED',
  'ALREADY_ANSWERED',
  'ANSWER_UNLINKED',
  'UNKNOWN_QUESTIONNAIRE',
  'UNKNOWN_VERSION',
  'UNKNOWN_DRAFT',
  'STALE_REVISION',
  'TOO_LARGE',
  'TOO_MANY_DRAFTS',
] as const;
export type DraftRefusal = (typeof DRAFT_REFUSALS)[number];
const DraftRefusalEnum = Object.fromEntries(DRAFT_REFUSALS.map((code) => [code, code]));
registerEnumType(DraftRefusalEnum, { name: 'DraftRefusal' });

@InputType()
export class SaveDraftInput {
  @Field(() => ID)
  questionnaireId: string;

  @Field(() => Int)
  version: number;

  @Field(() => String, {
    nullable: true,
    description: 'None: a new draft is made; to somebody signed in, their own.',
  })
  token?: string | null;

  @Field(() => Int, { nullable: true, description: 'The revision these answers were made from.' })
  revision?: number | null;

  @Field(() => JsonScalar)
  answers: unknown;
}

@ObjectType()
export class DraftSaved {
  @Field()
  token: string;

  @Field(() => Int)
  revision: number;

  @Field()
  savedAt: Date;
}

@ObjectType()
export class DraftRefused {
  @Field(() => DraftRefusalEnum)
  code: DraftRefusal;

  @Field(() => Int, { nullable: true, description: 'STALE_REVISION: the revision kept now.' })
  revision?: number;

  @Field(() => Int, { nullable: true, description: 'TOO_LARGE: bytes. TOO_MANY_DRAFTS: drafts.' })
  limit?: number;
}

export const SaveDraftResult = createUnionType({
  name: 'SaveDraftResult',
  types: () => [DraftSaved, DraftRefused] as const,
  resolveType: (value: object) => ('token' in value ? DraftSaved : DraftRefused),
});

@ObjectType({ description: 'Answers not yet sent, opened by their personal link.' })
export class Draft {
  @Field(() => ID)
  questionnaireId: string;

  @Field(() => Int)
  version: number;

  @Field(() => Int)
  revision: number;

  @Field(() => JsonScalar)
  answers: unknown;

  @Field()
  savedAt: Date;
}
