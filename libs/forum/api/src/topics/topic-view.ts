import { isRead } from '@preau/forum-domain';
import { hasRole } from '@preau/shared-domain';
import { keepsTopics, PostView, type Sight } from '../posts/post-view';
import type { ForumService } from '../services/forum-service.entity';
import type { FoundTopic } from './topic.queries';
import type { Topic, TopicRights } from './topic.types';

/** A topic as somebody sees it now: its opening message, and what belongs to the whole. */
export class TopicView implements Topic {
  readonly opening: PostView;

  constructor(
    readonly found: FoundTopic,
    private readonly sight: Sight,
    readonly concludedBy: ForumService | null,
  ) {
    this.opening = new PostView(found, sight);
  }

  get id() {
    return this.found.id;
  }
  /** Hidden with the words: moderation hides a title as well. */
  get title() {
    return this.opening.body === null ? '' : this.found.title;
  }
  get status() {
    return this.found.status;
  }
  get author() {
    return this.opening.author;
  }
  get official() {
    return this.opening.official;
  }
  get body() {
    return this.opening.body;
  }
  get createdAt() {
    return this.found.createdAt;
  }
  get activeAt() {
    return this.found.activeAt;
  }
  get editedAt() {
    return this.found.editedAt;
  }
  get revisionCount() {
    return this.found.revisionCount;
  }
  get postCount() {
    return this.found.postCount;
  }
  get supports() {
    return this.found.supports;
  }
  get isSupported() {
    return this.found.isSupported;
  }
  get isMine() {
    return this.opening.isMine;
  }
  get isPinned() {
    return this.found.isPinned;
  }
  get isLocked() {
    return this.found.isLocked;
  }
  get lockedAt() {
    return this.found.lockedAt;
  }
  get lockReason() {
    return this.found.lockReason;
  }
  get slowSeconds() {
    return this.found.slowSeconds;
  }
  get solvedPostId() {
    return this.found.solvedPostId;
  }
  get conclusion() {
    return this.found.conclusion;
  }
  get concludedAt() {
    return this.found.concludedAt;
  }
  get context() {
    return this.found;
  }
  get viewerCan(): TopicRights {
    const { actor } = this.sight;
    const manage = keepsTopics(actor, this.found.themeId) && isRead(this.status);
    const isActive = actor.kind === 'account' && actor.suspended !== true;
    const markSolved = isActive && (this.isMine || manage) && isRead(this.status);
    const isStaff = hasRole(actor, 'staff');
    return { ...this.opening.viewerCan, manage, conclude: isStaff, markSolved, speakForService: isStaff };
  }
}
