import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { synonymGroups, type SynonymGroups } from '@preau/search-domain';
import { ChangeFeed } from '@preau/shared-api';
import { allTerms } from './synonym.queries';

/** Announced in the transaction that changes a group. */
export const SYNONYMS_CHANGED = 'search:synonyms';

/** All synonyms, in memory until some change: every search needs them. */
@Injectable()
export class KnownSynonyms implements OnModuleInit {
  private known: Promise<SynonymGroups> | null = null;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly feed: ChangeFeed,
  ) {}

  onModuleInit() {
    this.feed.subscribe((topic) => {
      if (topic === null || topic === SYNONYMS_CHANGED) this.known = null;
    });
  }

  groups(): Promise<SynonymGroups> {
    if (this.known) return this.known;
    const loading = allTerms(this.database).then(synonymGroups);
    this.known = loading;
    loading.catch(() => {
      if (this.known === loading) this.known = null;
    });
    return loading;
  }
}
