import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  ANSWER_OPPOSITION_REFUSALS,
  OPPOSE_REFUSALS,
  type AnswerOppositionRefusal,
  type OppositionDecision,
  type OpposeRefusal,
} from '@preau/identity-domain';
import { connectionOf } from '@preau/shared-api';
import { Opposition } from './opposition.entity';

const codes = (refusals: readonly string[]) => Object.fromEntries(refusals.map((code) => [code, code]));
const OpposeRefusals = codes(OPPOSE_REFUSALS);
const AnswerOppositionRefusals = codes(ANSWER_OPPOSITION_REFUSALS);
registerEnumType(OpposeRefusals, { name: 'OpposeRefusal' });
registerEnumType(AnswerOppositionRefusals, { name: 'AnswerOppositionRefusal' });

export const OppositionDecisions = { ACCEPTED: 'accepted', REFUSED: 'refused' } as const;
registerEnumType(OppositionDecisions, { name: 'OppositionDecision' });

@InputType()
export class OpposeInput {
  @Field(() => ID, { description: 'Code of a processing of the register.' })
  processing: string;

  @Field({ description: 'What in one’s situation speaks against it.' })
  reason: string;
}

@InputType()
export class AnswerOppositionInput {
  @Field(() => ID)
  id: string;

  @Field(() => OppositionDecisions)
  decision: OppositionDecision;

  @Field({ description: 'Sent to the person.' })
  answer: string;
}

@ObjectType()
export class OppositionFiled {
  @Field()
  opposition: Opposition;
}

@ObjectType()
export class OpposeRefused {
  @Field(() => OpposeRefusals)
  code: OpposeRefusal;
}

@ObjectType()
export class OppositionAnswered {
  @Field()
  opposition: Opposition;
}

@ObjectType()
export class AnswerOppositionRefused {
  @Field(() => AnswerOppositionRefusals)
  code: AnswerOppositionRefusal;
}

export const OpposeResult = createUnionType({
  name: 'OpposeResult',
  types: () => [OppositionFiled, OpposeRefused] as const,
  resolveType: (value: object) => ('code' in value ? OpposeRefused : OppositionFiled),
});

export const AnswerOppositionResult = createUnionType({
  name: 'AnswerOppositionResult',
  types: () => [OppositionAnswered, AnswerOppositionRefused] as const,
  resolveType: (value: object) => ('code' in value ? AnswerOppositionRefused : OppositionAnswered),
});

export const OppositionConnection = connectionOf(Opposition);
