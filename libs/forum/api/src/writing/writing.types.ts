import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { POSTING_REFUSALS, type PostingRefusalCode, type Stance } from '@preau/forum-domain';
import { PostImageInput } from '../images/post-image.types';
import { Post, Stances } from '../posts/post.types';
import { Topic } from '../topics/topic.types';

export const PostingRefusals = Object.fromEntries(POSTING_REFUSALS.map((code) => [code, code])) as Record<
  PostingRefusalCode,
  PostingRefusalCode
>;
registerEnumType(PostingRefusals, { name: 'PostingRefusal' });

@InputType()
export class CreateTopicInput {
  @Field(() => ID, { description: 'A UUID chosen by the client: sent again, the topic is begun once.' })
  id: string;

  @Field(() => ID)
  themeId: string;

  @Field()
  title: string;

  @Field(() => ID, { nullable: true, description: 'The service one writes for; staff only.' })
  serviceId?: string | null;

  @Field({ description: 'Markdown.' })
  body: string;

  @Field(() => [PostImageInput], { nullable: true, description: 'In their order: four at most.' })
  images?: PostImageInput[] | null;

  @Field(() => String, { nullable: true, description: 'The draft it was written as, which goes with it.' })
  draftKey?: string | null;
}

@InputType()
export class ReplyToTopicInput {
  @Field(() => ID, { description: 'A UUID chosen by the client: sent again, the reply is written once.' })
  id: string;

  @Field(() => ID)
  topicId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The reply that is answered; none to answer the topic itself.',
  })
  parentId?: string | null;

  @Field({ description: 'Markdown.' })
  body: string;

  @Field(() => [PostImageInput], { nullable: true, description: 'In their order: four at most.' })
  images?: PostImageInput[] | null;

  @Field(() => ID, { nullable: true, description: 'The service one writes for; staff only.' })
  serviceId?: string | null;

  @Field(() => Stances, { nullable: true })
  stance?: Stance | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'A short proposition, to be supported; answers the topic itself.',
  })
  isProposition?: boolean | null;

  @Field(() => String, { nullable: true, description: 'The draft it was written as, which goes with it.' })
  draftKey?: string | null;
}

@ObjectType()
export class PostingRefused {
  @Field(() => PostingRefusals)
  code: PostingRefusalCode;

  @Field(() => Date, {
    nullable: true,
    description: 'From when it may be tried again, where waiting is enough.',
  })
  retryAt: Date | null;
}

@ObjectType()
export class TopicCreated {
  @Field(() => Topic)
  topic: Topic;
}

@ObjectType()
export class ReplyPosted {
  @Field(() => Post)
  post: Post;
}

export const CreateTopicResult = createUnionType({
  name: 'CreateTopicResult',
  types: () => [TopicCreated, PostingRefused] as const,
  resolveType: (value: object) => ('topic' in value ? TopicCreated : PostingRefused),
});

export const ReplyResult = createUnionType({
  name: 'ReplyResult',
  types: () => [ReplyPosted, PostingRefused] as const,
  resolveType: (value: object) => ('post' in value ? ReplyPosted : PostingRefused),
});
