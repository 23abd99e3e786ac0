import { audit } from '@preau/shared-api';
import type { EntityManager } from 'typeorm';

/** A message as far as the log goes: whose, where, and for which service. */
interface OfficialPost {
  readonly id: string;
  readonly topicId: string;
  readonly authorId: string;
  readonly serviceId: string | null;
}

/** The log names the person, whom readers do not see behind the service. */
export async function auditOfficial(
  tx: EntityManager,
  action: 'forum.official' | 'forum.official-edit' | 'forum.official-delete',
  posts: readonly OfficialPost[],
): Promise<void> {
  for (const { id, topicId, authorId, serviceId } of posts) {
    if (!serviceId) continue;
    await audit(
      tx,
      { accountId: authorId },
      { action, object: `topic:${topicId}`, details: { postId: id, serviceId } },
    );
  }
}
