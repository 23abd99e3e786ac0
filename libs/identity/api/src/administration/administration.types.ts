import { ArgsType, Field, ID, Int, registerEnumType } from '@nestjs/graphql';
import { ACCOUNT_STATES, type AccountState } from '@preau/identity-domain';
import { connectionOf } from '@preau/shared-api';
import type { Role } from '@preau/shared-domain';
import { Account } from '../accounts/account.entity';
import { Roles } from '../rights/rights.enums';

export const AccountStates = Object.fromEntries(ACCOUNT_STATES.map((state) => [state, state]));
registerEnumType(AccountStates, { name: 'AccountState' });

export const AccountConnection = connectionOf(Account);

@ArgsType()
export class AccountsArgs {
  @Field(() => String, { nullable: true, description: 'Words of the name or of the address, accents aside.' })
  search?: string | null;

  @Field(() => Roles, { nullable: true })
  role?: Role | null;

  @Field(() => AccountStates, { nullable: true })
  state?: AccountState | null;

  @Field(() => Int, { nullable: true })
  first?: number | null;

  @Field(() => ID, { nullable: true })
  after?: string | null;
}
