import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import {
  FEW_RESULTS,
  markedWords,
  parseQuery,
  tsQueryOf,
  type ParsedQuery,
  type SearchOrder,
  type SearchRefusal,
  type SynonymGroups,
} from '@preau/search-domain';
import { pageSize } from '@preau/shared-api';
import { SearchIndex } from '../documents/search-index';
import { KnownSynonyms } from '../synonyms/known-synonyms';
import { Corrections } from '../vocabulary/corrections';
import { KnownPlaces, type Places } from './places';
import { readCursor, writeCursor, type SearchCursor } from './search-cursor';
import { filterOf, type FilterArgs, type SearchFilter } from './search-filter';
import { findDocuments, type FoundPage } from './search.queries';
import { facetsOf, hitOf } from './search-hits';
import type { SearchResults } from './search.types';

export interface SearchArgs extends FilterArgs {
  readonly query: string;
  readonly order?: SearchOrder | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

interface Looked {
  readonly filter: SearchFilter;
  readonly synonyms: SynonymGroups;
  readonly isRecent: boolean;
  readonly after: SearchCursor | null;
  readonly size: number;
}

const NOTHING: FoundPage = { total: 0, isWhole: true, facets: null, rows: null };

@Injectable()
export class SearchService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly index: SearchIndex,
    private readonly knownPlaces: KnownPlaces,
    private readonly knownSynonyms: KnownSynonyms,
    private readonly corrections: Corrections,
  ) {}

  async search(args: SearchArgs): Promise<SearchResults | { code: SearchRefusal }> {
    const size = pageSize(args.first);
    const after = readCursor(args.after);
    const query = parseQuery(args.query);
    if (typeof query === 'string') return { code: query };
    const places = await this.knownPlaces.places();
    const filter = filterOf(args, places);
    if (!filter) return this.results(NOTHING, places, size, null);
    const looked = {
      filter,
      synonyms: await this.knownSynonyms.groups(),
      isRecent: args.order === 'recent',
      after,
      size,
    };
    const found = await this.find(query, looked);
    if (found.total >= FEW_RESULTS || after) return this.results(found, places, size, null);
    return this.otherwise(query, looked, found, places);
  }

  /** Few results: perhaps a word was misspelt. With none, those of the other spelling are given, if it has any. */
  private async otherwise(query: ParsedQuery, looked: Looked, found: FoundPage, places: Places) {
    const text = await this.corrections.of(query);
    const other = text === null ? null : parseQuery(text);
    if (text === null || other === null || typeof other === 'string')
      return this.results(found, places, looked.size, null);
    if (found.total > 0) return this.results(found, places, looked.size, { query: text, isApplied: false });
    const instead = await this.find(other, looked);
    const correction = instead.total > 0 ? { query: text, isApplied: true } : null;
    return this.results(instead, places, looked.size, correction);
  }

  private find(query: ParsedQuery, { filter, synonyms, isRecent, after, size }: Looked): Promise<FoundPage> {
    return findDocuments(this.database, {
      words: tsQueryOf(query, synonyms),
      indexed: tsQueryOf(query, synonyms, 'indexed'),
      marked: markedWords(query, synonyms),
      filter,
      isRecent,
      after,
      size: size + 1,
    });
  }

  private async results(
    { total, isWhole, facets, rows }: FoundPage,
    places: Places,
    size: number,
    correction: SearchResults['correction'],
  ): Promise<SearchResults> {
    const page = (rows ?? []).slice(0, size);
    const objects = await this.index.describe(
      page.map(({ kind, objectId, parentId, title, parentTitle, consultationId }) => ({
        kind,
        objectId,
        parentId,
        title: title || (parentTitle ?? ''),
        consultation: places.consultation(consultationId),
      })),
    );
    const edges = page.flatMap((row) => {
      const node = hitOf(row, objects, places);
      return node ? [{ node, cursor: writeCursor(row) }] : [];
    });
    const last = page.at(-1);
    return {
      total,
      isCapped: !isWhole,
      edges,
      // Of the last row, shown or not: what is gone meanwhile must not end the list.
      pageInfo: { hasNextPage: (rows?.length ?? 0) > size, endCursor: last ? writeCursor(last) : null },
      facets: facetsOf(facets ?? [], places),
      correction,
    };
  }
}
