import { randomUUID } from 'node:crypto';
import { anAccount, aSession } from '@preau/testing';
import type { Scene } from './stage';

/** Somebody writes in the topic that is listened to. */
export async function writeSomething({ api }: Scene, variables: object): Promise<void> {
  const { topicId } = variables as { topicId: string };
  const session = await aSession(api, (await anAccount(api)).id);
  await api.graphql(
    'mutation ($input: ReplyToTopicInput!) { replyToTopic(input: $input) { __typename } }',
    { input: { id: randomUUID(), topicId, body: `Des mots ${randomUUID()}` } },
    { headers: session.headers },
  );
}
