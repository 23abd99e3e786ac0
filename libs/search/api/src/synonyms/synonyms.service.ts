import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { keptTerms, synonymFault, termKey, type SynonymFault } from '@preau/search-domain';
import {
  audit,
  AuditObjects,
  badInput,
  ChangeFeed,
  isUuid,
  page,
  pageSize,
  transaction,
  type Connection,
} from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { SYNONYMS_CHANGED } from './known-synonyms';
import { SynonymRow } from './synonym.entity';
import { countGroups, groupsOf, groupTerms, listGroups, takenKeys, writeGroup } from './synonym.queries';
import type { SaveSynonymsInput, SynonymGroup } from './synonym.types';

/** Groups are changed one at a time: "in no other group" is a question about all of them. */
const LOCK = `SELECT pg_advisory_xact_lock(hashtext('search_synonym'))`;
const UNKNOWN: SynonymFault = { code: 'UNKNOWN_GROUP', term: null };

@Injectable()
export class SynonymsService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly feed: ChangeFeed,
    private readonly auditObjects: AuditObjects,
  ) {}

  onModuleInit() {
    this.auditObjects.register('synonyms', async (ids) => {
      const groups = await groupsOf(this.database, ids.filter(isUuid));
      return new Map(groups.map(({ id, terms }) => [id, terms.join(' = ')]));
    });
  }

  async list(
    first: number | null | undefined,
    after: string | null | undefined,
  ): Promise<Connection<SynonymGroup>> {
    const size = pageSize(first);
    const rows = await listGroups(this.database, after ?? null, size + 1);
    const totalCount = await countGroups(this.database);
    return { ...page(rows, size, ({ key }) => key), totalCount };
  }

  async save(
    actor: Actor,
    { id, terms: typed }: SaveSynonymsInput,
  ): Promise<{ group: SynonymGroup } | SynonymFault> {
    if (!isUuid(id)) throw badInput('Le champ « id » doit être un UUID.');
    const terms = keptTerms(typed);
    return this.change(async (tx) => {
      const fault = synonymFault(terms, await takenKeys(tx, id, terms.map(termKey)));
      if (fault) return fault;
      const before = await groupTerms(tx, id);
      if (before.join('\n') !== terms.join('\n')) {
        await writeGroup(tx, id, terms);
        await audit(tx, actor, {
          action: 'search.synonyms',
          object: `synonyms:${id}`,
          details: { before: before.join(' = ') || null, after: terms.join(' = ') },
        });
        await this.feed.announce(tx, SYNONYMS_CHANGED);
      }
      return { group: { id, terms } };
    });
  }

  async delete(actor: Actor, id: string): Promise<{ id: string } | SynonymFault> {
    if (!isUuid(id)) return UNKNOWN;
    return this.change(async (tx) => {
      const before = await groupTerms(tx, id);
      if (before.length === 0) return UNKNOWN;
      await tx.delete(SynonymRow, { groupId: id });
      await audit(tx, actor, {
        action: 'search.synonyms',
        object: `synonyms:${id}`,
        details: { before: before.join(' = '), after: null },
      });
      await this.feed.announce(tx, SYNONYMS_CHANGED);
      return { id };
    });
  }

  private change<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return transaction(this.database, async (tx) => {
      await tx.query(LOCK);
      return work(tx);
    });
  }
}
