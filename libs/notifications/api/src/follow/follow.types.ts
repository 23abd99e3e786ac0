import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Whether the person who is signed in follows a consultation.' })
export class Following {
  @Field(() => ID)
  consultationId: string;

  @Field()
  isFollowing: boolean;
}
