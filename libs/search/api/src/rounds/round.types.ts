import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { SearchKind } from '@preau/search-domain';
import { connectionOf } from '@preau/shared-api';
import { SearchKinds } from '../searching/search.types';

const ROUND_REFUSALS = ['UNDER_WAY', 'NO_SOURCE', 'OVER', 'UNKNOWN_ROUND'] as const;
export type SearchRoundRefusal = (typeof ROUND_REFUSALS)[number];
const RoundRefusals = Object.fromEntries(ROUND_REFUSALS.map((code) => [code, code]));
registerEnumType(RoundRefusals, { name: 'SearchRoundRefusal' });

@ObjectType('SearchRound', {
  description: 'A walk through all objects of a kind, comparing the search index with them.',
})
export class SearchRoundView {
  @Field(() => ID)
  id: string;

  @Field(() => SearchKinds)
  kind: SearchKind;

  @Field({ description: 'It only compares.' })
  isCheck: boolean;

  @Field(() => Int)
  total: number;

  @Field(() => Int)
  done: number;

  @Field(() => Int, { description: 'Objects that were not in the index.' })
  missing: number;

  @Field(() => Int, { description: 'Objects that the index knew otherwise.' })
  changed: number;

  @Field(() => Int, { description: 'Documents without an object.' })
  extra: number;

  @Field()
  startedAt: Date;

  @Field(() => Date, { nullable: true })
  stoppedAt: Date | null;

  @Field(() => Date, { nullable: true })
  finishedAt: Date | null;
}

export const SearchRoundConnection = connectionOf(SearchRoundView);

@ObjectType()
export class SearchRoundStarted {
  @Field(() => SearchRoundView)
  round: SearchRoundView;
}

@ObjectType()
export class SearchRoundRefused {
  @Field(() => RoundRefusals)
  code: SearchRoundRefusal;
}

export const SearchRoundResult = createUnionType({
  name: 'SearchRoundResult',
  types: () => [SearchRoundStarted, SearchRoundRefused] as const,
  resolveType: (value: object) => ('code' in value ? SearchRoundRefused : SearchRoundStarted),
});
