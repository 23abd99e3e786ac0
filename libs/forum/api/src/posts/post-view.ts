import { phaseOf } from '@preau/consultation-domain';
import { deletionRefusal, editingRefusal, isRead, phaseRefusal, supportRefusal } from '@preau/forum-domain';
import { DELETED_NAME } from '@preau/identity-domain';
import { hasRole, type Actor } from '@preau/shared-domain';
import type { FoundPost } from './post.queries';
import type { Author, Post, PostRights } from './post.types';

const TEAM = ['moderator', 'coordinator', 'staff', 'admin'] as const;

/** Whether somebody is of the team that runs the consultation. */
export const isTeam = (actor: Actor): boolean => TEAM.some((role) => hasRole(actor, role));

export const viewerOf = (actor: Actor): string | null => (actor.kind === 'account' ? actor.accountId : null);

/** A message as somebody sees it now. What there is only a trace of keeps its place and loses its words. */
export function postView(found: FoundPost, actor: Actor, now: Date): PostView {
  return new PostView(found, actor, now);
}

/** Fields that are worked out are getters: a page that does not ask for them does not pay for them. */
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
    private readonly actor: Actor,
    private readonly now: Date,
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
    return viewerOf(this.actor) === this.found.authorId;
  }

  /** Its author reads on what is held or hidden; what they deleted, nobody does. */
  get body(): string | null {
    const { status, body } = this.found;
    return isRead(status) || (this.isMine && status !== 'DELETED') ? body : null;
  }

  get author(): Author | null {
    const { status, authorId, authorName, authorRole, isVerifiedTeacher } = this.found;
    if (status === 'DELETED') return null;
    const kind = authorRole ? (authorRole.toUpperCase() as Uppercase<typeof authorRole>) : null;
    return { id: authorId, name: authorName || DELETED_NAME, kind, isVerifiedTeacher };
  }

  get official() {
    const { serviceId, serviceName } = this.found;
    return serviceId && serviceName ? { id: serviceId, name: serviceName } : null;
  }

  get viewerCan(): PostRights {
    const { actor, found, now } = this;
    if (actor.kind === 'visitor') return NOTHING;
    const post = {
      isAuthor: this.isMine,
      isSuspended: actor.suspended === true,
      isTeam: isTeam(actor),
      status: found.status,
      phase: phaseOf(found, now),
      isLocked: found.isLocked,
      isProposition: found.isProposition,
      revisions: found.revisionCount,
    };
    const isOpen = phaseRefusal(post.phase, post.isTeam) === null && (!post.isLocked || post.isTeam);
    return {
      reply: isRead(post.status) && isRead(found.topicStatus) && !post.isSuspended && isOpen,
      edit: editingRefusal(post) === null,
      delete: deletionRefusal(post) === null,
      support: supportRefusal(post) === null,
    };
  }
}

const NOTHING: PostRights = { reply: false, edit: false, delete: false, support: false };
