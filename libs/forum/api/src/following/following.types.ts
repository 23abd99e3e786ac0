import { createUnionType, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Theme } from '@preau/consultation-api';
import { FOLLOW_REFUSALS, type FollowRefusalCode } from '@preau/forum-domain';
import { Topic } from '../topics/topic.types';

export const FollowRefusals = Object.fromEntries(FOLLOW_REFUSALS.map((code) => [code, code])) as Record<
  FollowRefusalCode,
  FollowRefusalCode
>;
registerEnumType(FollowRefusals, { name: 'FollowRefusal' });

@ObjectType({ description: 'A topic that is followed from now on, or no longer.' })
export class TopicFollowing {
  @Field(() => Topic)
  topic: Topic;
}

@ObjectType({ description: 'A theme that is followed from now on, or no longer.' })
export class ThemeFollowing {
  @Field(() => Theme)
  theme: Theme;
}

@ObjectType()
export class FollowRefused {
  @Field(() => FollowRefusals)
  code: FollowRefusalCode;
}

export const FollowTopicResult = createUnionType({
  name: 'FollowTopicResult',
  types: () => [TopicFollowing, FollowRefused] as const,
  resolveType: (value: object) => ('topic' in value ? TopicFollowing : FollowRefused),
});

export const FollowThemeResult = createUnionType({
  name: 'FollowThemeResult',
  types: () => [ThemeFollowing, FollowRefused] as const,
  resolveType: (value: object) => ('theme' in value ? ThemeFollowing : FollowRefused),
});
