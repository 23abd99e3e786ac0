import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, JsonScalar } from '@preau/shared-api';

@ObjectType('AuditEntry', { description: 'One thing somebody with rights did.' })
export class AuditLine {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'Its place in the chain, from 1.' })
  rank: number;

  @Field()
  at: Date;

  @Field(() => ID)
  accountId: string;

  @Field(() => String, { nullable: true, description: 'Who did it; null when the account is no more.' })
  accountName: string | null;

  @Field({ description: 'Domain and verb, such as `rights.grant`.' })
  action: string;

  @Field({ description: 'What it was done to, such as `account:<id>`.' })
  object: string;

  @Field(() => String, { nullable: true, description: 'What that is called; null when it is no more.' })
  objectName: string | null;

  @Field(() => JsonScalar)
  details: object;
}

export const AuditEntryConnection = connectionOf(AuditLine);

@InputType()
export class AuditFilter {
  @Field(() => String, { nullable: true })
  action?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who did it.' })
  account?: string | null;

  @Field(() => String, { nullable: true, description: 'What it was done to, such as `account:<id>`.' })
  object?: string | null;

  @Field(() => String, { nullable: true, description: 'The first day, in Paris: YYYY-MM-DD.' })
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'The last day, in Paris: YYYY-MM-DD.' })
  to?: string | null;
}

@ArgsType()
export class AuditEntriesArgs {
  @Field(() => AuditFilter, { nullable: true })
  filter?: AuditFilter | null;

  @Field(() => Int, { nullable: true })
  first?: number | null;

  @Field(() => ID, { nullable: true })
  after?: string | null;
}

@ObjectType({ description: 'Whether the log is whole: every entry holds the hash of the one before.' })
export class AuditChainState {
  @Field(() => Int)
  entries: number;

  @Field()
  isWhole: boolean;

  @Field(() => [Int], { description: 'Ranks at which it does not hold, a hundred at most.' })
  broken: readonly number[];

  @Field(() => String, {
    nullable: true,
    description: 'Hash of the last entry: noted elsewhere, it shows what is cut off the end.',
  })
  head: string | null;
}
