import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../connection';

@ObjectType({ description: 'A mail that no server takes. What it said is shown to nobody.' })
export class DeadMail {
  @Field(() => ID)
  id: string;

  @Field()
  kind: string;

  @Field(() => String, { nullable: true })
  recipient: string | null;

  @Field()
  subject: string;

  @Field(() => Int)
  tries: number;

  @Field(() => String, { nullable: true, description: 'What the mail server answered, in its own words.' })
  lastError: string | null;

  @Field()
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  triedAt: Date | null;
}

export const DeadMailConnection = connectionOf(DeadMail);

@ObjectType({ description: 'How sending goes.' })
export class MailFigures {
  @Field(() => Int)
  queued: number;

  @Field(() => Int, { description: 'Of the queued: those tried at least once, which will be tried again.' })
  failing: number;

  @Field(() => Int)
  dead: number;

  @Field(() => Int, { description: 'In the last 24 hours.' })
  sentInDay: number;

  @Field()
  asOf: Date;
}

export const RETRY_MAIL_REFUSALS = ['NOT_DEAD'] as const;
const RetryMailRefusals = Object.fromEntries(RETRY_MAIL_REFUSALS.map((code) => [code, code]));
registerEnumType(RetryMailRefusals, { name: 'RetryMailRefusal' });

@ObjectType()
export class MailRetried {
  @Field(() => ID)
  mailId: string;
}

@ObjectType()
export class RetryMailRefused {
  @Field(() => RetryMailRefusals, { description: 'NOT_DEAD: it is being tried again, or was sent.' })
  code: (typeof RETRY_MAIL_REFUSALS)[number];
}

export const RetryMailResult = createUnionType({
  name: 'RetryMailResult',
  types: () => [MailRetried, RetryMailRefused] as const,
  resolveType: (value: MailRetried | RetryMailRefused) =>
    'mailId' in value ? MailRetried : RetryMailRefused,
});
