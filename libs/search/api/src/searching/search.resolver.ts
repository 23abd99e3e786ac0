import { Args, ArgsType, Field, ID, Int, Query, Resolver } from '@nestjs/graphql';
import type { SearchKind, SearchOrder } from '@preau/search-domain';
import { Access } from '@preau/shared-api';
import { SearchKinds, SearchOrders, SearchResult, SearchSuggestion } from './search.types';
import { SearchService } from './search.service';
import { SuggestService } from './suggest.service';

@ArgsType()
export class SearchQueryArgs {
  @Field({ description: 'Words; “exact words” in quotes; -excluded.' })
  query: string;

  @Field(() => String, { nullable: true, description: 'Slug.' })
  consultation?: string | null;

  @Field(() => String, { nullable: true, description: 'Slug.' })
  theme?: string | null;

  @Field(() => [SearchKinds], { nullable: true })
  kind?: SearchKind[] | null;

  @Field(() => String, { nullable: true, description: 'Code.' })
  academie?: string | null;

  @Field(() => String, { nullable: true, description: 'A day, such as 2026-11-22.' })
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'A day, included.' })
  to?: string | null;

  @Field(() => SearchOrders, { nullable: true })
  order?: SearchOrder | null;

  @Field(() => Int, { nullable: true })
  first?: number | null;

  @Field(() => ID, { nullable: true })
  after?: string | null;
}

@ArgsType()
export class SuggestArgs {
  @Field({ description: 'What is being written.' })
  text: string;

  @Field(() => String, { nullable: true, description: 'Slug.' })
  consultation?: string | null;

  @Field(() => String, { nullable: true, description: 'Slug.' })
  theme?: string | null;

  @Field(() => [SearchKinds], { nullable: true })
  kind?: SearchKind[] | null;
}

@Resolver()
export class SearchResolver {
  constructor(
    private readonly service: SearchService,
    private readonly suggestions: SuggestService,
  ) {}

  @Query(() => SearchResult)
  @Access('public', { cacheSeconds: 5 })
  search(@Args() args: SearchQueryArgs): Promise<typeof SearchResult> {
    return this.service.search(args);
  }

  @Query(() => [SearchSuggestion], { description: 'What is like what somebody is writing: five at most.' })
  @Access('public', { cacheSeconds: 5 })
  suggest(@Args() args: SuggestArgs): Promise<SearchSuggestion[]> {
    return this.suggestions.suggest(args);
  }
}
