import { createUnionType, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { READ_REFUSALS, type ReadRefusalCode } from '@preau/forum-domain';
import { Topic } from '../topics/topic.types';

export const ReadRefusals = Object.fromEntries(READ_REFUSALS.map((code) => [code, code])) as Record<
  ReadRefusalCode,
  ReadRefusalCode
>;
registerEnumType(ReadRefusals, { name: 'ReadRefusal' });

@ObjectType({ description: 'A topic, read up to a message.' })
export class TopicRead {
  @Field(() => Topic)
  topic: Topic;
}

@ObjectType()
export class ReadRefused {
  @Field(() => ReadRefusals)
  code: ReadRefusalCode;
}

export const ReadResult = createUnionType({
  name: 'ReadResult',
  types: () => [TopicRead, ReadRefused] as const,
  resolveType: (value: object) => ('topic' in value ? TopicRead : ReadRefused),
});
