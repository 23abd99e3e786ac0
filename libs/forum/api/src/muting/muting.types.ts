import { createUnionType, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MUTE_REFUSALS, type MuteRefusalCode } from '@preau/forum-domain';
import { connectionOf } from '@preau/shared-api';
import { Author } from '../posts/post.types';

export const MuteRefusals = Object.fromEntries(MUTE_REFUSALS.map((code) => [code, code])) as Record<
  MuteRefusalCode,
  MuteRefusalCode
>;
registerEnumType(MuteRefusals, { name: 'MuteRefusal' });

@ObjectType({ description: 'That somebody is muted from now on, or no longer.' })
export class PersonMuting {
  @Field(() => ID)
  accountId: string;

  @Field()
  isMuted: boolean;
}

@ObjectType()
export class MuteRefused {
  @Field(() => MuteRefusals)
  code: MuteRefusalCode;
}

export const MuteResult = createUnionType({
  name: 'MuteResult',
  types: () => [PersonMuting, MuteRefused] as const,
  resolveType: (value: object) => ('code' in value ? MuteRefused : PersonMuting),
});

@ObjectType({ description: 'Somebody whose messages the person who asks no longer wants to read unasked.' })
export class MutedPerson {
  @Field(() => Author)
  person: Author;

  @Field()
  mutedAt: Date;
}

export const MutedPersonConnection = connectionOf(MutedPerson);
