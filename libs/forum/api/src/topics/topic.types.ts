import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Order, PostStatus } from '@preau/forum-domain';
import { connectionOf } from '@preau/shared-api';
import { Author, ForumOrders, PostStatuses } from '../posts/post.types';
import { ForumService } from '../services/forum-service.entity';

@ObjectType({ description: 'What the person who asks may do with a topic now.' })
export class TopicRights {
  @Field()
  reply: boolean;

  @Field()
  edit: boolean;

  @Field()
  delete: boolean;

  @Field()
  support: boolean;

  @Field({ description: 'Pin, lock, slow down.' })
  manage: boolean;

  @Field()
  conclude: boolean;

  @Field({ description: 'Say which reply answers it.' })
  markSolved: boolean;

  @Field({ description: 'Write in the name of a service of the institution.' })
  speakForService: boolean;
}

@ObjectType({ description: 'A topic of debate, in a theme of a consultation.' })
export class Topic {
  @Field(() => ID)
  id: string;

  @Field()
  title: string;

  @Field(() => PostStatuses)
  status: PostStatus;

  @Field(() => Author, { nullable: true })
  author: Author | null;

  @Field(() => ForumService, { nullable: true })
  official: ForumService | null;

  @Field(() => String, { nullable: true, description: 'Markdown; none when there is only a trace left.' })
  body: string | null;

  @Field()
  createdAt: Date;

  @Field({ description: 'When its latest message was written.' })
  activeAt: Date;

  @Field(() => Date, { nullable: true })
  editedAt: Date | null;

  @Field(() => Int)
  revisionCount: number;

  @Field(() => Int, { description: 'Published replies, whatever their depth.' })
  postCount: number;

  @Field(() => Int)
  supports: number;

  @Field()
  isSupported: boolean;

  @Field()
  isMine: boolean;

  @Field()
  isPinned: boolean;

  @Field()
  isLocked: boolean;

  @Field(() => Date, { nullable: true })
  lockedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it is locked, in words for its readers.' })
  lockReason: string | null;

  @Field(() => Int, {
    description: 'Each person writes at most one message in that many seconds; 0: as they like.',
  })
  slowSeconds: number;

  @Field(() => ID, { nullable: true, description: 'The reply that answers it.' })
  solvedPostId: string | null;

  @Field(() => String, { nullable: true, description: 'Markdown: what the team concludes from it.' })
  conclusion: string | null;

  @Field(() => Date, { nullable: true })
  concludedAt: Date | null;

  @Field(() => ForumService, { nullable: true })
  concludedBy: ForumService | null;

  @Field(() => TopicRights)
  viewerCan: TopicRights;
}

export const TopicConnection = connectionOf(Topic);

@ArgsType()
export class TopicsArgs {
  @Field({ description: 'Slug of the consultation.' })
  consultation: string;

  @Field(() => String, { nullable: true, description: 'Slug of a theme; all of them unless given.' })
  theme?: string | null;

  @Field(() => ForumOrders, { defaultValue: 'ACTIVITY' })
  order: Order;

  @Field(() => Boolean, { nullable: true, description: 'Only those that the team pinned.' })
  pinned?: boolean | null;

  @Field(() => Int, { nullable: true })
  first?: number | null;

  @Field(() => ID, { nullable: true })
  after?: string | null;
}

@ArgsType()
export class OfficialPostsArgs {
  @Field({ description: 'Slug of the consultation.' })
  consultation: string;

  @Field(() => String, { nullable: true, description: 'Slug of a theme; all of them unless given.' })
  theme?: string | null;

  @Field(() => Int, { nullable: true })
  first?: number | null;

  @Field(() => ID, { nullable: true })
  after?: string | null;
}

@ArgsType()
export class PostsArgs {
  @Field(() => Int, { nullable: true })
  first?: number | null;

  @Field(() => ID, { nullable: true })
  after?: string | null;

  @Field(() => ID, { nullable: true, description: 'A cursor: the page that ends just before it.' })
  before?: string | null;

  @Field(() => ID, { nullable: true, description: 'A reply to the topic: the page that begins with it.' })
  from?: string | null;

  @Field(() => ForumOrders, { defaultValue: 'OLDEST' })
  order: Order;
}
