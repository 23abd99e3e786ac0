import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ORDERS, POST_STATUSES, STANCES, type PostStatus, type Stance } from '@preau/forum-domain';
import { connectionOf } from '@preau/shared-api';
import { ForumService } from '../services/forum-service.entity';

const enumOf = <Value extends string>(values: readonly Value[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as Record<Value, Value>;

export const PostStatuses = enumOf(POST_STATUSES);
registerEnumType(PostStatuses, { name: 'PostStatus' });
export const Stances = enumOf(STANCES);
registerEnumType(Stances, { name: 'Stance' });
export const ForumOrders = enumOf(ORDERS);
registerEnumType(ForumOrders, { name: 'ForumOrder' });

export const AUTHOR_KINDS = [
  'TEACHER',
  'PARENT',
  'PUPIL',
  'SCHOOL_STAFF',
  'LOCAL_AUTHORITY',
  'PARTNER',
  'CITIZEN',
] as const;
export const AuthorKinds = enumOf(AUTHOR_KINDS);
registerEnumType(AuthorKinds, {
  name: 'AuthorKind',
  description: 'As what somebody takes part, by their own word.',
});

@ObjectType({ description: 'Who wrote a message: a name, and as what they take part; nothing more.' })
export class Author {
  @Field(() => ID)
  id: string;

  @Field()
  name: string;

  @Field(() => AuthorKinds, { nullable: true })
  kind: (typeof AUTHOR_KINDS)[number] | null;

  @Field({
    description: 'A professional address or a provider of identities has shown that they are a teacher.',
  })
  isVerifiedTeacher: boolean;
}

@ObjectType({ description: 'What the person who asks may do with a message now.' })
export class PostRights {
  @Field()
  reply: boolean;

  @Field()
  edit: boolean;

  @Field()
  delete: boolean;

  @Field()
  support: boolean;
}

@ObjectType({ description: 'A message of a topic.' })
export class Post {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  topicId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The message replied to; none for a reply to the topic itself.',
  })
  parentId: string | null;

  @Field(() => ID, { nullable: true, description: 'The reply to the topic that this one hangs under.' })
  branchId: string | null;

  @Field(() => Int, { description: '1 for a reply to the topic, and one more for each reply to a reply.' })
  depth: number;

  @Field(() => PostStatuses)
  status: PostStatus;

  @Field(() => Author, { nullable: true, description: 'None for a message that its author deleted.' })
  author: Author | null;

  @Field(() => ForumService, {
    nullable: true,
    description:
      'The service of the institution that answers here; none for what people write for themselves.',
  })
  official: ForumService | null;

  @Field(() => Stances, { nullable: true })
  stance: Stance | null;

  @Field({ description: 'A short proposition, to be supported.' })
  isProposition: boolean;

  @Field(() => String, { nullable: true, description: 'Markdown; none when there is only a trace left.' })
  body: string | null;

  @Field()
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  editedAt: Date | null;

  @Field(() => Int, { description: 'How often it was changed.' })
  revisionCount: number;

  @Field(() => Int, { description: 'Published replies to this very message.' })
  replyCount: number;

  @Field(() => Int, { description: 'Published messages anywhere under it, for replies to the topic.' })
  branchCount: number;

  @Field(() => Int)
  supports: number;

  @Field({ description: 'Whether the person who asks supports it.' })
  isSupported: boolean;

  @Field({ description: 'Whether the person who asks wrote it.' })
  isMine: boolean;

  @Field(() => PostRights)
  viewerCan: PostRights;
}

export const PostConnection = connectionOf(Post);
