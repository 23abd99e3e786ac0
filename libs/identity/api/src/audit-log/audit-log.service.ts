import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource } from 'typeorm';
import {
  AuditObjects,
  badInput,
  isUuid,
  page,
  pageSize,
  verifyAuditChain,
  type Connection,
} from '@preau/shared-api';
import { Account } from '../accounts/account.entity';
import { auditPage, countEntries, type AuditRow, type CheckedFilter } from './audit-log.queries';
import type { AuditChainState, AuditEntriesArgs, AuditFilter, AuditLine } from './audit-log.types';

/** The log of what was done with rights, for those who watch over it. */
@Injectable()
export class AuditLogService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly objects: AuditObjects,
  ) {}

  onModuleInit() {
    this.objects.register('account', (ids) => this.accountNames(ids));
  }

  async list({
    filter,
    first,
    after,
  }: AuditEntriesArgs): Promise<Connection<AuditLine> & { totalCount: number }> {
    const size = pageSize(first);
    const checked = checkedFilter(filter ?? {});
    const rows = await auditPage(this.database, checked, { limit: size + 1, before: rankOf(after) });
    const totalCount = await countEntries(this.database, checked);
    return { ...page(await this.named(rows), size, ({ rank }) => String(rank)), totalCount };
  }

  async chain(): Promise<AuditChainState> {
    const { entries, head, broken } = await verifyAuditChain(this.database);
    return { entries, head, broken, isWhole: broken.length === 0 };
  }

  /** With the names of who did it and of what it was done to. */
  async named<Row extends AuditRow>(rows: readonly Row[]): Promise<(Row & AuditLine)[]> {
    const people = await this.accountNames(rows.map(({ accountId }) => accountId));
    const names = await this.objects.names(rows.map(({ object }) => object));
    return rows.map((row) => ({
      ...row,
      accountName: people.get(row.accountId) ?? null,
      objectName: names.get(row.object) ?? null,
    }));
  }

  private async accountNames(ids: readonly string[]): Promise<Map<string, string>> {
    const wanted = [...new Set(ids)].filter(isUuid);
    const found = await this.database.manager.findBy(Account, { id: In(wanted) });
    return new Map(found.map(({ id, displayName }) => [id, displayName]));
  }
}

/** Refuses what could not be looked for, by the name of its field. */
export function checkedFilter({ action, account, object, from, to }: AuditFilter): CheckedFilter {
  if (account && !isUuid(account))
    throw badInput('Le champ « account » doit être l’identifiant d’un compte.');
  for (const [name, day] of [['from', from] as const, ['to', to] as const]) {
    if (day && !isDay(day)) throw badInput(`Le champ « ${name} » doit être un jour, comme 2026-11-22.`);
  }
  const given = (text: string | null | undefined) => (text ? text : null);
  return {
    action: given(action),
    account: given(account),
    object: given(object),
    from: given(from),
    to: given(to),
  };
}

const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

function rankOf(cursor: string | null | undefined): number | null {
  if (!cursor) return null;
  if (!/^\d{1,15}$/.test(cursor))
    throw badInput('Le champ « after » doit être un curseur reçu avec une page.');
  return Number(cursor);
}
