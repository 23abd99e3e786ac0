import { createUnionType, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { SUPPORT_REFUSALS, type SupportRefusalCode } from '@preau/forum-domain';
import { Post } from '../posts/post.types';

export const SupportRefusals = Object.fromEntries(SUPPORT_REFUSALS.map((code) => [code, code])) as Record<
  SupportRefusalCode,
  SupportRefusalCode
>;
registerEnumType(SupportRefusals, { name: 'SupportRefusal' });

@ObjectType()
export class SupportCounted {
  @Field(() => Post)
  post: Post;
}

@ObjectType()
export class SupportRefused {
  @Field(() => SupportRefusals)
  code: SupportRefusalCode;
}

export const SupportResult = createUnionType({
  name: 'SupportResult',
  types: () => [SupportCounted, SupportRefused] as const,
  resolveType: (value: object) => ('post' in value ? SupportCounted : SupportRefused),
});
