import { createUnionType, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DELETION_REFUSALS, type DeletionRefusal } from '@preau/identity-domain';

const DeletionRefusals = Object.fromEntries(DELETION_REFUSALS.map((code) => [code, code]));
registerEnumType(DeletionRefusals, { name: 'DeletionRefusal' });

@ObjectType({ description: 'Until then its owner may change their mind.' })
export class DeletionPlanned {
  @Field()
  dueAt: Date;
}

@ObjectType()
export class DeletionRefused {
  @Field(() => DeletionRefusals)
  code: DeletionRefusal;
}

export const DeleteAccountResult = createUnionType({
  name: 'DeleteAccountResult',
  types: () => [DeletionPlanned, DeletionRefused] as const,
  resolveType: (value: object) => ('code' in value ? DeletionRefused : DeletionPlanned),
});
