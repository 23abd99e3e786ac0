import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MANAGING_REFUSALS, type ManagingRefusal } from '@preau/forum-domain';
import { connectionOf } from '@preau/shared-api';
import { ForumService } from '../services/forum-service.entity';
import { Topic } from '../topics/topic.types';

export const ManagingRefusals = Object.fromEntries(MANAGING_REFUSALS.map((code) => [code, code])) as Record<
  ManagingRefusal,
  ManagingRefusal
>;
registerEnumType(ManagingRefusals, { name: 'ManagingRefusal' });

@InputType()
export class SaveForumServiceInput {
  @Field(() => ID, { description: 'A UUID chosen by the client; that of a service to rename it.' })
  id: string;

  @Field()
  name: string;
}

@ObjectType()
export class TopicManaged {
  @Field(() => Topic)
  topic: Topic;
}

@ObjectType()
export class ForumServiceSaved {
  @Field(() => ForumService)
  service: ForumService;
}

@ObjectType()
export class ManagingRefused {
  @Field(() => ManagingRefusals)
  code: ManagingRefusal;

  @Field(() => ID, { nullable: true, description: 'The message it is about.' })
  postId?: string;
}

export const ManageTopicResult = createUnionType({
  name: 'ManageTopicResult',
  types: () => [TopicManaged, ManagingRefused] as const,
  resolveType: (value: object) => ('topic' in value ? TopicManaged : ManagingRefused),
});

export const SaveForumServiceResult = createUnionType({
  name: 'SaveForumServiceResult',
  types: () => [ForumServiceSaved, ManagingRefused] as const,
  resolveType: (value: object) => ('service' in value ? ForumServiceSaved : ManagingRefused),
});

export const ForumServiceConnection = connectionOf(ForumService);
