import { phaseOf } from '@preau/consultation-domain';
import { deletionRefusal, editingRefusal, isRead, phaseRefusal, supportRefusal } from '@preau/forum-domain';
import { hasRole, holds, type Actor } from '@preau/shared-domain';
import type { ForumService } from '../services/forum-service.entity';
import type { FoundPost, TopicContext } from './post.queries';
import type { Author, Post, PostRights } from './post.types';

const TEAM = ['moderator', 'coordinator', 'staff', 'admin'] as const;

/** Whether somebody is of the team that runs the consultation. */
export const isTeam = (actor: Actor): boolean => TEAM.some((role) => hasRole(actor, role));

/** Whether somebody keeps the topics of a theme: staff, and its moderators. A topic is of no territory. */
export const keepsTopics = (actor: Actor, themeId: string): boolean =>
  hasRole(actor, 'staff') || holds(actor, 'moderator', { themeId }, () => null);

export const viewerOf = (actor: Actor): string | null => (actor.kind === 'account' ? actor.accountId : null);

/** With what a message is seen: its topic, its author, the service it speaks for, and who looks. */
export interface Sight {
  readonly context: TopicContext;
  readonly author: Author | null;
  readonly official: ForumService | null;
  readonly actor: Actor;
  readonly now: Date;
}

/**
 * A message as somebody sees it now. What there is only a trace of keeps its place and loses its words.
 * Fields that are worked out are getters: a page that does not ask for them does not pay for them.
 */
export class PostView implements Post {
  readonly id: FoundPost['id'];
  readonly topicId: FoundPost['topicId'];
  readonly depth: FoundPost['depth'];
  readonly branchId: FoundPost['branchId'];
  readonly status: FoundPost['status'];
  readonly stance: FoundPost['stance'];
  readonly isProposition: FoundPost['isProposition'];
  readonly createdAt: FoundPost['createdAt'];
  readonly editedAt: FoundPost['editedAt'];
  readonly revisionCount: FoundPost['revisionCount'];
  readonly replyCount: FoundPost['replyCount'];
  readonly branchCount: FoundPost['branchCount'];
  readonly supports: FoundPost['supports'];
  readonly isSupported: FoundPost['isSupported'];

  constructor(
    readonly found: FoundPost,
    private readonly sight: Sight,
  ) {
    this.id = found.id;
    this.topicId = found.topicId;
    this.depth = found.depth;
    this.branchId = found.branchId;
    this.status = found.status;
    this.stance = found.stance;
    this.isProposition = found.isProposition;
    this.createdAt = found.createdAt;
    this.editedAt = found.editedAt;
    this.revisionCount = found.revisionCount;
    this.replyCount = found.replyCount;
    this.branchCount = found.branchCount;
    this.supports = found.supports;
    this.isSupported = found.isSupported;
  }

  get parentId(): string | null {
    return this.found.parentId === this.topicId ? null : this.found.parentId;
  }

  get isMine(): boolean {
    return viewerOf(this.sight.actor) === this.found.authorId;
  }

  /** Its author reads on what is held or hidden; what they deleted, nobody does. */
  get body(): string | null {
    const { status, body } = this.found;
    return isRead(status) || (this.isMine && status !== 'DELETED') ? body : null;
  }

  get context(): TopicContext {
    return this.sight.context;
  }

  get author(): Author | null {
    return this.status === 'DELETED' ? null : this.sight.author;
  }

  get official(): ForumService | null {
    return this.sight.official;
  }

  get viewerCan(): PostRights {
    const { actor, context, now } = this.sight;
    if (actor.kind === 'visitor') return NOTHING;
    const post = {
      isAuthor: this.isMine,
      isSuspended: actor.suspended === true,
      isTeam: isTeam(actor),
      status: this.status,
      phase: phaseOf(context, now),
      isLocked: context.isLocked,
      isProposition: this.isProposition,
      revisions: this.revisionCount,
    };
    const isOpen = phaseRefusal(post.phase, post.isTeam) === null && (!post.isLocked || post.isTeam);
    return {
      reply: isRead(post.status) && isRead(context.topicStatus) && !post.isSuspended && isOpen,
      edit: editingRefusal(post) === null,
      delete: deletionRefusal(post) === null,
      support: supportRefusal(post) === null,
    };
  }
}

const NOTHING: PostRights = { reply: false, edit: false, delete: false, support: false };
