import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '@preau/shared-api';
import { ManagingRefused } from '../managing/managing.types';
import { Post } from '../posts/post.types';
import { ForumService } from '../services/forum-service.entity';

@InputType()
export class ConcludeTopicInput {
  @Field(() => ID)
  topicId: string;

  @Field(() => ID, { description: 'The service that concludes.' })
  serviceId: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Markdown, which cites messages of the topic by their addresses; none takes the conclusion back.',
  })
  conclusion?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of the draft that is published; none when there was none.',
  })
  draftRevision?: number | null;
}

@InputType()
export class SaveConclusionDraftInput {
  @Field(() => ID)
  topicId: string;

  @Field(() => ID, { nullable: true, description: 'The service that will conclude.' })
  serviceId?: string | null;

  @Field({ description: 'Markdown; nothing but spaces throws the draft away.' })
  body: string;

  @Field(() => Int, { description: 'The one that was read before; 0 when there was none.' })
  revision: number;
}

@ObjectType({ description: 'A message that a conclusion cites.' })
export class Citation {
  @Field(() => Int, { description: 'From 1, in the order of the text.' })
  number: number;

  @Field(() => ID)
  postId: string;

  @Field(() => Post, { nullable: true, description: 'Without its words when they can no longer be read.' })
  post: Post | null;
}

@ObjectType({ description: 'What was concluded from a topic, from that day until the next version.' })
export class ConclusionVersion {
  @Field(() => ID)
  id: string;

  @Field(() => String, { nullable: true, description: 'Markdown; none when the conclusion was taken back.' })
  body: string | null;

  @Field(() => ForumService, { nullable: true })
  service: ForumService | null;

  @Field()
  publishedAt: Date;
}

export const ConclusionVersionConnection = connectionOf(ConclusionVersion);

@ObjectType({ description: 'A conclusion that staff are writing.' })
export class ConclusionDraft {
  @Field()
  body: string;

  @Field(() => ForumService, { nullable: true })
  service: ForumService | null;

  @Field(() => Int)
  revision: number;

  @Field()
  savedAt: Date;
}

@ObjectType()
export class ConclusionDraftSaved {
  @Field(() => ConclusionDraft, { nullable: true, description: 'None when it was thrown away.' })
  draft: ConclusionDraft | null;
}

export const SaveConclusionDraftResult = createUnionType({
  name: 'SaveConclusionDraftResult',
  types: () => [ConclusionDraftSaved, ManagingRefused] as const,
  resolveType: (value: object) => ('draft' in value ? ConclusionDraftSaved : ManagingRefused),
});
