import { Field, Float, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export const RESULTS_REFUSALS = ['NOT_A_PROFILE_QUESTION', 'TOO_FINE'] as const;
export type ResultsRefusal = (typeof RESULTS_REFUSALS)[number];
const ResultsRefusalEnum = Object.fromEntries(RESULTS_REFUSALS.map((code) => [code, code]));
registerEnumType(ResultsRefusalEnum, { name: 'ResultsRefusal' });

@InputType()
export class ResultFilter {
  @Field()
  question: string;

  @Field()
  is: string;
}

@ObjectType()
export class OptionResult {
  @Field()
  code: string;

  @Field()
  label: string;

  @Field(() => Int, { nullable: true })
  count: number | null;

  @Field(() => Float, { nullable: true, description: 'Of those who saw the question, from 0 to 1.' })
  share: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Ranking: the mean of the ranks it was given, 1 being best.',
  })
  mean: number | null;

  @Field(() => [Int], {
    nullable: 'itemsAndList',
    description: 'Ranking: how many gave it each rank, the first first.',
  })
  ranks: (number | null)[] | null;
}

@ObjectType()
export class RowResult {
  @Field()
  code: string;

  @Field()
  label: string;

  @Field(() => [OptionResult])
  options: OptionResult[];
}

@ObjectType()
export class QuestionResult {
  @Field()
  code: string;

  @Field()
  kind: string;

  @Field()
  label: string;

  @Field()
  section: string;

  @Field(() => Int, { nullable: true })
  shown: number | null;

  @Field(() => Int, { nullable: true })
  answered: number | null;

  @Field(() => Float, { nullable: true })
  mean: number | null;

  @Field(() => [OptionResult])
  options: OptionResult[];

  @Field(() => [RowResult])
  rows: RowResult[];

  @Field()
  suppressed: boolean;
}

@ObjectType()
export class ResultGroup {
  @Field()
  code: string;

  @Field()
  label: string;

  @Field(() => Int, { nullable: true })
  total: number | null;

  @Field(() => [QuestionResult])
  questions: QuestionResult[];
}

@ObjectType()
export class Results {
  @Field()
  asOf: Date;

  @Field({
    description: 'Exact and live (staff) or published (moves by eleven or more, small cells withheld).',
  })
  exact: boolean;

  @Field(() => Int, { nullable: true })
  total: number | null;

  @Field(() => [QuestionResult])
  questions: QuestionResult[];

  @Field(() => [ResultGroup])
  groups: ResultGroup[];

  @Field({
    description: 'Some figures are withheld because they rest on fewer than eleven people.',
  })
  suppressed: boolean;

  @Field(() => ResultsRefusalEnum, {
    nullable: true,
    description: 'Why there are no figures: the public may cross OR filter, by one profile question.',
  })
  refused: ResultsRefusal | null;
}
