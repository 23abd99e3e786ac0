import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  SEARCH_KINDS,
  SEARCH_ORDERS,
  SEARCH_REFUSALS,
  type SearchKind,
  type SearchRefusal,
} from '@preau/search-domain';
import { PageInfo } from '@preau/shared-api';

const byName = (values: readonly string[]) =>
  Object.fromEntries(values.map((value) => [value.toUpperCase(), value]));
export const SearchKinds = byName(SEARCH_KINDS);
export const SearchOrders = byName(SEARCH_ORDERS);
const SearchRefusals = byName(SEARCH_REFUSALS);
registerEnumType(SearchKinds, { name: 'SearchKind' });
registerEnumType(SearchOrders, { name: 'SearchOrder' });
registerEnumType(SearchRefusals, { name: 'SearchRefusal' });

@ObjectType({ description: 'A stretch of plain text; never HTML.' })
export class SearchSegment {
  @Field()
  text: string;

  @Field({ description: 'It is what was looked for.' })
  isMatch: boolean;
}

@ObjectType()
export class SearchTheme {
  @Field(() => ID)
  id: string;

  @Field()
  slug: string;

  @Field()
  shortTitle: string;

  @Field()
  accent: string;
}

@ObjectType({ description: 'Something that can be opened.' })
export class SearchSuggestion {
  @Field(() => SearchKinds)
  kind: SearchKind;

  @Field(() => ID, { description: 'Of the object itself, among those of its kind.' })
  id: string;

  @Field()
  title: string;

  @Field({ description: 'From the site’s root.' })
  path: string;
}

@ObjectType({ description: 'One result.' })
export class SearchHit extends SearchSuggestion {
  @Field(() => [SearchSegment])
  titleParts: readonly SearchSegment[];

  @Field(() => [SearchSegment])
  excerpt: readonly SearchSegment[];

  @Field()
  at: Date;

  @Field(() => ID, { nullable: true, description: 'What it is part of, such as the topic of a post.' })
  parentId: string | null;

  @Field(() => SearchTheme, { nullable: true })
  theme: SearchTheme | null;

  @Field(() => String, { nullable: true, description: 'Code of an académie.' })
  academie: string | null;
}

@ObjectType()
export class SearchHitEdge {
  @Field(() => SearchHit)
  node: SearchHit;

  @Field(() => ID)
  cursor: string;
}

@ObjectType({
  description: 'How many of the results have one value: of a kind, a theme, an académie or a year.',
})
export class SearchFacet {
  @Field({ description: 'As it is asked for; a theme by its slug, which editions may share.' })
  value: string;

  @Field(() => String, { nullable: true, description: 'The name of a theme.' })
  label: string | null;

  @Field(() => Int)
  count: number;
}

@ObjectType({ description: 'Counts among the results; among the newest of them when `isCapped`.' })
export class SearchFacets {
  @Field(() => [SearchFacet])
  kind: SearchFacet[];

  @Field(() => [SearchFacet])
  theme: SearchFacet[];

  @Field(() => [SearchFacet])
  academie: SearchFacet[];

  @Field(() => [SearchFacet])
  year: SearchFacet[];
}

@ObjectType({ description: 'Another spelling of what was looked for.' })
export class SearchCorrection {
  @Field()
  query: string;

  @Field({ description: 'The results are those of this spelling: there was none for the one asked.' })
  isApplied: boolean;
}

@ObjectType()
export class SearchResults {
  @Field(() => Int, { description: 'A thousand at most.' })
  total: number;

  @Field({ description: 'There may be more than `total`: older documents were not looked through.' })
  isCapped: boolean;

  @Field(() => [SearchHitEdge])
  edges: SearchHitEdge[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;

  @Field(() => SearchFacets)
  facets: SearchFacets;

  @Field(() => SearchCorrection, { nullable: true })
  correction: SearchCorrection | null;
}

@ObjectType()
export class SearchRefused {
  @Field(() => SearchRefusals)
  code: SearchRefusal;
}

export const SearchResult = createUnionType({
  name: 'SearchResult',
  types: () => [SearchResults, SearchRefused] as const,
  resolveType: (value: object) => ('code' in value ? SearchRefused : SearchResults),
});
