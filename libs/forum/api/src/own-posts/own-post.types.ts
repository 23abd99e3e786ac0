import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { OWN_POST_REFUSALS, type OwnPostRefusal } from '@preau/forum-domain';
import { connectionOf } from '@preau/shared-api';
import { PostImageInput } from '../images/post-image.types';
import { Post } from '../posts/post.types';

export const OwnPostRefusals = Object.fromEntries(OWN_POST_REFUSALS.map((code) => [code, code])) as Record<
  OwnPostRefusal,
  OwnPostRefusal
>;
registerEnumType(OwnPostRefusals, { name: 'OwnPostRefusal' });

@InputType()
export class EditPostInput {
  @Field(() => ID, { description: 'A message, or a topic by its id.' })
  id: string;

  @Field(() => Int, {
    description: 'The `revisionCount` one had before one’s eyes: nobody undoes another change.',
  })
  revision: number;

  @Field(() => String, { nullable: true, description: 'Of a topic.' })
  title?: string | null;

  @Field({ description: 'Markdown.' })
  body: string;

  @Field(() => [PostImageInput], {
    nullable: true,
    description: 'All it is to have, in their order: four at most. Nothing given: as they are.',
  })
  images?: PostImageInput[] | null;

  @Field(() => String, { nullable: true, description: 'The draft it was written as, which goes with it.' })
  draftKey?: string | null;
}

@ObjectType()
export class PostChanged {
  @Field(() => Post)
  post: Post;
}

@ObjectType()
export class PostChangeRefused {
  @Field(() => OwnPostRefusals)
  code: OwnPostRefusal;
}

export const PostChangeResult = createUnionType({
  name: 'PostChangeResult',
  types: () => [PostChanged, PostChangeRefused] as const,
  resolveType: (value: object) => ('post' in value ? PostChanged : PostChangeRefused),
});

@ObjectType({ description: 'What a message said before it was changed.' })
export class PostRevision {
  @Field(() => Int, { description: 'From 0: as it was first written.' })
  revision: number;

  @Field(() => String, { nullable: true })
  title: string | null;

  @Field()
  body: string;

  @Field()
  writtenAt: Date;
}

export const PostRevisionConnection = connectionOf(PostRevision);
