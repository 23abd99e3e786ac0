import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { FORUM_DRAFT_REFUSALS, type ForumDraftRefusalCode, type Stance } from '@preau/forum-domain';
import { connectionOf } from '@preau/shared-api';
import { Stances } from '../posts/post.types';

export const ForumDraftRefusals = Object.fromEntries(
  FORUM_DRAFT_REFUSALS.map((code) => [code, code]),
) as Record<ForumDraftRefusalCode, ForumDraftRefusalCode>;
registerEnumType(ForumDraftRefusals, { name: 'ForumDraftRefusal' });

@InputType()
export class ForumDraftImageInput {
  @Field(() => ID, { description: 'Of an image one has sent; any other is left out.' })
  id: string;

  @Field({ description: 'What it shows, as far as that is written.' })
  alt: string;
}

@ObjectType({
  description: 'An image of a message one has not sent yet; one that nothing shows within a day is gone.',
})
export class ForumDraftImage {
  @Field(() => ID)
  id: string;

  @Field()
  alt: string;

  @Field(() => Int)
  width: number;

  @Field(() => Int)
  height: number;
}

@InputType()
export class SaveForumDraftInput {
  @Field({
    description:
      '`topic:<theme>`, `reply:<topic>:<message answered>` (the topic’s own id to answer the topic itself), `proposition:<topic>` or `edit:<message>`.',
  })
  key: string;

  @Field(() => String, { nullable: true, description: 'Of a topic.' })
  title?: string | null;

  @Field({ description: 'Markdown, as typed.' })
  body: string;

  @Field(() => Stances, { nullable: true })
  stance?: Stance | null;

  @Field(() => [ForumDraftImageInput], { nullable: true, description: 'Four at most.' })
  images?: ForumDraftImageInput[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The revision these words were made from; none: a new draft.',
  })
  revision?: number | null;
}

@ObjectType({ description: 'A message one has not sent yet.' })
export class ForumDraft {
  @Field()
  key: string;

  @Field(() => ID, { nullable: true, description: 'The theme of a topic to begin.' })
  themeId: string | null;

  @Field(() => ID, { nullable: true, description: 'The topic of a reply or a proposition.' })
  topicId: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The message answered; the topic’s own id for the topic itself; none for a proposition.',
  })
  parentId: string | null;

  @Field(() => ID, { nullable: true, description: 'The message that is edited.' })
  postId: string | null;

  @Field(() => String, { nullable: true })
  title: string | null;

  @Field()
  body: string;

  @Field(() => Stances, { nullable: true })
  stance: Stance | null;

  @Field(() => [ForumDraftImage])
  images: ForumDraftImage[];

  @Field(() => Int)
  revision: number;

  @Field()
  savedAt: Date;
}

export const ForumDraftConnection = connectionOf(ForumDraft);

@ObjectType()
export class ForumDraftSaved {
  @Field(() => Int)
  revision: number;

  @Field()
  savedAt: Date;
}

@ObjectType()
export class ForumDraftRefused {
  @Field(() => ForumDraftRefusals)
  code: ForumDraftRefusalCode;

  @Field(() => ForumDraft, { nullable: true, description: 'STALE_REVISION: the draft kept now.' })
  kept: ForumDraft | null;
}

export const SaveForumDraftResult = createUnionType({
  name: 'SaveForumDraftResult',
  types: () => [ForumDraftSaved, ForumDraftRefused] as const,
  resolveType: (value: object) => ('code' in value ? ForumDraftRefused : ForumDraftSaved),
});
