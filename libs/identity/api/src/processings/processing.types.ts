import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Whether one may object to a processing, and what then happens.' })
export class OppositionRight {
  @Field()
  possible: boolean;

  @Field()
  text: string;
}

@ObjectType({ description: 'One line of the register of processings.' })
export class Processing {
  @Field(() => ID)
  code: string;

  @Field()
  title: string;

  @Field()
  purpose: string;

  @Field()
  retention: string;

  @Field()
  opposition: OppositionRight;
}
