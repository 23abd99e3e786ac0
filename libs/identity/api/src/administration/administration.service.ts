import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { maskedEmail } from '@preau/identity-domain';
import { audit, badInput, isUuid, page, pageSize, transaction, type Connection } from '@preau/shared-api';
import type { SignedIn } from '@preau/shared-domain';
import { Account } from '../accounts/account.entity';
import { findAccounts } from './accounts.queries';
import type { AccountsArgs } from './administration.types';
import { visibleTo } from './visible-accounts';

/** Reading again what one has just read is the same look. */
const ONE_LOOK = '10 minutes';

/** Other people's accounts, as far as the actor may see them. */
@Injectable()
export class AdministrationService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Whole addresses are on the page of each account, where the look is written down: the list shows their ends. */
  async list(actor: SignedIn, args: AccountsArgs): Promise<Connection<Account> & { totalCount: number }> {
    const { search, role = null, state = null, after = null } = args;
    const size = pageSize(args.first);
    if (after !== null && !isUuid(after))
      throw badInput('Le champ « after » doit être un curseur reçu avec une page.');
    const filter = { search: search ?? '', role, state };
    const visible = visibleTo(actor);
    const { ids, total: totalCount } = await findAccounts(this.database, visible, filter, {
      limit: size + 1,
      after,
    });
    const found = await this.database.manager.findBy(Account, { id: In([...ids]) });
    const rows = ids.flatMap((id) => found.filter((account) => account.id === id)).map(masked);
    return { ...page(rows, size, ({ id }) => id), totalCount };
  }

  /** One account, whole. Each look is written down. */
  async one(actor: SignedIn, id: string): Promise<Account | null> {
    if (!isUuid(id)) return null;
    const { sql, value } = visibleTo(actor);
    return transaction(this.database, async (tx) => {
      const [seen] = await tx.query<unknown[]>(`SELECT FROM account a WHERE ${sql} AND a.id = $2`, [
        value,
        id,
      ]);
      if (!seen) return null;
      if (!(await hasJustLooked(tx, actor, id))) {
        await audit(tx, actor, { action: 'accounts.read', object: `account:${id}` });
      }
      return tx.findOneBy(Account, { id });
    });
  }
}

const masked = (account: Account): Account => ({
  ...account,
  email: account.email === null ? null : maskedEmail(account.email),
});

async function hasJustLooked(tx: EntityManager, { accountId }: SignedIn, id: string): Promise<boolean> {
  const looks = await tx.query<unknown[]>(
    `SELECT FROM audit_entry
     WHERE object = $1 AND account_id = $2 AND action = 'accounts.read' AND at > now() - interval '${ONE_LOOK}' LIMIT 1`,
    [`account:${id}`, accountId],
  );
  return looks.length > 0;
}
