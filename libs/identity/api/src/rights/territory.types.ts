import { Field, InputType, ObjectType } from '@nestjs/graphql';
import type { Territory, TerritoryKind } from '@preau/shared-domain';
import { TerritoryLevels } from './rights.enums';

@ObjectType('Territory')
export class NamedTerritory implements Territory {
  @Field(() => TerritoryLevels)
  level: TerritoryKind;

  @Field()
  code: string;

  @Field({ description: 'Its name, or its code when we know no other.' })
  name: string;
}

@InputType()
export class TerritoryInput implements Territory {
  @Field(() => TerritoryLevels)
  level: TerritoryKind;

  @Field()
  code: string;
}
