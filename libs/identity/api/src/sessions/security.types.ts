import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '@preau/shared-api';
import type { Role } from '@preau/shared-domain';
import { Roles } from '../rights/rights.enums';

@ObjectType({ description: 'A browser that is signed in to one’s own account.' })
export class OpenSession {
  @Field(() => ID)
  id: string;

  @Field({ description: 'The one that asks.' })
  current: boolean;

  @Field({ description: 'Such as « Firefox, Linux »; empty when the browser said nothing of itself.' })
  device: string;

  @Field({ description: 'When one signed in.' })
  createdAt: Date;

  @Field({ description: 'Within a minute.' })
  lastSeenAt: Date;

  @Field({ description: 'When it ends if it is not used any more.' })
  endsAt: Date;

  @Field(() => Int, { description: 'Seconds until then: a browser’s own clock may be wrong.' })
  secondsLeft: number;
}

export const OpenSessionConnection = connectionOf(OpenSession);

@ObjectType({ description: 'How an account is kept: shown to nobody but its owner.' })
export class AccountSecurity {
  @Field(() => Date, {
    nullable: true,
    description: 'Since when the account has a second factor; none: it has not.',
  })
  secondFactorSince: Date | null;

  @Field(() => Int)
  recoveryCodesLeft: number;

  @Field({ description: 'In this session, here or at a provider.' })
  secondFactorShown: boolean;

  @Field({ description: 'The account’s roles want one: it can be replaced, not given up.' })
  secondFactorWanted: boolean;

  @Field(() => [Roles], { description: 'Roles this session does not act with for want of a second factor.' })
  rightsWaiting: Role[];

  @Field({ description: 'This one. Reading when it ends does not put it off: see `extendSession`.' })
  session: OpenSession;
}
