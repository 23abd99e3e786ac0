import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { similarTsQuery, significantWords } from '@preau/search-domain';
import { keyOf, SearchIndex } from '../documents/search-index';
import { frequencies } from '../vocabulary/vocabulary.queries';
import { KnownPlaces } from './places';
import { filterOf, type FilterArgs } from './search-filter';
import { findSimilar } from './suggest.queries';
import type { SearchSuggestion } from './search.types';

/** What somebody writes is looked at by its beginning and its end alone: titles are short, and a text says early what it is about. */
const LOOKED_AT = 1_000;

/** Things that stand by themselves (topics, resources, sections, never posts) and are like what is being written. */
@Injectable()
export class SuggestService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly index: SearchIndex,
    private readonly knownPlaces: KnownPlaces,
  ) {}

  async suggest({
    text: typed,
    ...args
  }: FilterArgs & { readonly text: string }): Promise<SearchSuggestion[]> {
    const text = typed.length > LOOKED_AT ? `${typed.slice(0, LOOKED_AT)} ` : typed;
    const words = significantWords(text);
    const places = await this.knownPlaces.places();
    const filter = filterOf(args, places);
    if (words.length === 0 || !filter) return [];
    const query = similarTsQuery(text, await frequencies(this.database, words));
    const found = await findSimilar(this.database, query, filter.lexemes);
    const objects = await this.index.describe(
      found.map(({ consultationId, ...row }) => ({
        ...row,
        parentId: null,
        consultation: places.consultation(consultationId),
      })),
    );
    return found.flatMap(({ kind, objectId }) => {
      const object = objects.get(keyOf({ kind, objectId }));
      return object ? [{ kind, id: objectId, title: object.title, path: object.path }] : [];
    });
  }
}
