import { Injectable } from '@nestjs/common';
import {
  CITATIONS_MAX,
  citationRefusal,
  citedIn,
  conclusionRefusal,
  draftRefusal,
  keptBody,
  settingsRefusal,
} from '@preau/forum-domain';
import { audit, isUuid } from '@preau/shared-api';
import type { SignedIn } from '@preau/shared-domain';
import type { EntityManager } from 'typeorm';
import { FoundConclusions } from '../found/found-conclusions';
import type { ManagingRefused, TopicManaged } from '../managing/managing.types';
import { TopicChanges, type LockedTopic } from '../managing/topic-changes';
import { findCited, findDraft, writeConclusion, writeDraft } from './conclusion.queries';
import type { ConcludeTopicInput, SaveConclusionDraftInput } from './conclusion.types';

/** Writes what the institution concludes from a topic: a draft that staff share, then versions that everybody reads. */
@Injectable()
export class ConclusionsService {
  constructor(
    private readonly topics: TopicChanges,
    private readonly found: FoundConclusions,
  ) {}

  publish(actor: SignedIn, input: ConcludeTopicInput): Promise<TopicManaged | ManagingRefused> {
    const text = typeof input.conclusion === 'string' ? keptBody(input.conclusion) : null;
    return this.topics.change(actor, input.topicId, async (tx, topic) => {
      const standing = { status: topic.status, isInScope: true };
      const refusal = text === null ? settingsRefusal(standing, {}) : conclusionRefusal(standing, text);
      if (refusal) return refusal;
      if (!(await isService(tx, input.serviceId))) return 'UNKNOWN_SERVICE';
      if (text !== null) {
        const cited = await refusedCitation(tx, topic, text);
        if (cited) return cited;
        const draft = await findDraft(tx, topic.id);
        if (draft && draft.revision !== input.draftRevision) return 'STALE_DRAFT';
        await writeDraft(tx, { topicId: topic.id, serviceId: null, body: null });
      }
      // Published twice, the same words are one version.
      const isSaid = text === null || topic.concludedBy === input.serviceId.toLowerCase();
      if (text === topic.conclusion && isSaid) return null;
      await writeConclusion(tx, topic.id, input.serviceId, text);
      await this.found.refresh(tx, topic.id);
      await audit(tx, actor, {
        action: 'forum.conclude',
        object: `topic:${topic.id}`,
        details: { isWithdrawn: text === null },
      });
      return null;
    });
  }

  /** Nothing of a draft is judged but its length: it may be unfinished. */
  saveDraft(actor: SignedIn, input: SaveConclusionDraftInput): Promise<TopicManaged | ManagingRefused> {
    const body = keptBody(input.body);
    return this.topics.change(actor, input.topicId, async (tx, topic) => {
      const refusal = settingsRefusal({ status: topic.status, isInScope: true }, {});
      if (refusal) return refusal;
      if (draftRefusal(null, body)) return 'TOO_LONG';
      const serviceId = input.serviceId ?? null;
      if (serviceId !== null && !(await isService(tx, serviceId))) return 'UNKNOWN_SERVICE';
      const draft = await findDraft(tx, topic.id);
      if ((draft?.revision ?? 0) !== input.revision) return 'STALE_DRAFT';
      await writeDraft(tx, { topicId: topic.id, serviceId, body: body === '' ? null : body });
      return null;
    });
  }
}

async function refusedCitation(tx: EntityManager, topic: LockedTopic, text: string) {
  const cited = citedIn(text);
  if (cited.length > CITATIONS_MAX) return { code: 'TOO_MANY_CITED' as const };
  const found = await findCited(tx, cited);
  const already = new Set(citedIn(topic.conclusion ?? '').map(({ postId }) => postId));
  for (const one of cited) {
    const { postId } = one;
    const code = citationRefusal(one, topic.id, found.get(postId) ?? null, already.has(postId));
    if (code) return { code, postId };
  }
  return null;
}

async function isService(tx: EntityManager, id: string): Promise<boolean> {
  if (!isUuid(id)) return false;
  const found = await tx.query<unknown[]>('SELECT FROM forum_service WHERE id = $1 AND ended_at IS NULL', [
    id,
  ]);
  return found.length > 0;
}
