import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { SYNONYM_REFUSALS, type SynonymRefusal } from '@preau/search-domain';
import { connectionOf } from '@preau/shared-api';

const SynonymRefusals = Object.fromEntries(SYNONYM_REFUSALS.map((code) => [code, code]));
registerEnumType(SynonymRefusals, { name: 'SynonymRefusal' });

@ObjectType({ description: 'Terms that mean the same: who looks for one finds the others.' })
export class SynonymGroup {
  @Field(() => ID)
  id: string;

  @Field(() => [String])
  terms: string[];
}

export const SynonymGroupConnection = connectionOf(SynonymGroup);

@InputType()
export class SaveSynonymsInput {
  @Field(() => ID, {
    description: 'A UUID chosen by the client for a new group: sent again, it is the same one.',
  })
  id: string;

  @Field(() => [String])
  terms: string[];
}

@ObjectType()
export class SynonymsSaved {
  @Field(() => SynonymGroup)
  group: SynonymGroup;
}

@ObjectType()
export class SynonymsRefused {
  @Field(() => SynonymRefusals)
  code: SynonymRefusal;

  @Field(() => String, { nullable: true, description: 'The term at fault.' })
  term: string | null;
}

export const SaveSynonymsResult = createUnionType({
  name: 'SaveSynonymsResult',
  types: () => [SynonymsSaved, SynonymsRefused] as const,
  resolveType: (value: object) => ('group' in value ? SynonymsSaved : SynonymsRefused),
});

@ObjectType()
export class SynonymsDeleted {
  @Field(() => ID)
  id: string;
}

export const DeleteSynonymsResult = createUnionType({
  name: 'DeleteSynonymsResult',
  types: () => [SynonymsDeleted, SynonymsRefused] as const,
  resolveType: (value: object) => ('code' in value ? SynonymsRefused : SynonymsDeleted),
});
