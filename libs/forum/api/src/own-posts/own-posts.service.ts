import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { phaseOf } from '@preau/consultation-domain';
import { deletionRefusal, editRefusal, keptBody, keptDraftKey, keptTitle } from '@preau/forum-domain';
import { noteConnections } from '@preau/identity-api';
import {
  badInput,
  ChangeFeed,
  Images,
  isUuid,
  page,
  pageSize,
  transaction,
  type NetworkPlace,
} from '@preau/shared-api';
import type { SignedIn } from '@preau/shared-domain';
import type { DataSource, EntityManager } from 'typeorm';
import { dropDraft } from '../drafts/forum-draft.queries';
import { FoundPosts } from '../found/found-posts';
import { changeImages, dropImages } from '../images/change-images';
import { keptImages } from '../images/post-image.types';
import { auditOfficial } from '../managing/audit-official';
import { topicChanged } from '../live/topic-changed';
import { isTeam, type PostView } from '../posts/post-view';
import { setPostStatus } from '../posts/post-status';
import { PostsService } from '../posts/posts.service';
import { hashOf } from '../writing/body-hash';
import type { EditPostInput, PostChanged, PostChangeRefused } from './own-post.types';
import { listRevisions, lockOwnPost, writeRevision, type LockedPost } from './own-post.queries';

/** What authors do with their own messages. */
@Injectable()
export class OwnPostsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly posts: PostsService,
    private readonly feed: ChangeFeed,
    private readonly found: FoundPosts,
    private readonly images: Images,
  ) {}

  async edit(
    actor: SignedIn,
    from: NetworkPlace,
    input: EditPostInput,
  ): Promise<PostChanged | PostChangeRefused> {
    const body = keptBody(input.body);
    const title = typeof input.title === 'string' ? keptTitle(input.title) : null;
    const images = input.images ? keptImages(input.images) : null;
    return this.change(actor, input.id, async (tx, post) => {
      const isTopic = post.depth === 0;
      if (!isTopic && title !== null) throw badInput('Seul un sujet a un titre.');
      const kept = { title: isTopic ? (title ?? post.title) : null, body };
      const refusal = editRefusal(
        {
          isAuthor: post.authorId === actor.accountId,
          isSuspended: actor.suspended === true,
          isTeam: isTeam(actor),
          status: post.status,
          phase: phaseOf(post, new Date()),
          isLocked: post.isLocked,
          isProposition: post.isProposition,
          revisions: post.revisionCount,
        },
        { ...kept, images, revision: input.revision },
      );
      if (refusal) return refusal;
      const isOtherwise = images !== null && (await changeImages(tx, this.images, { ...post, from }, images));
      if (typeof isOtherwise === 'string') return isOtherwise;
      if (input.draftKey) await dropDraft(tx, actor.accountId, keptDraftKey(input.draftKey));
      // Saved without a change, nothing is written down.
      if (body === post.body && kept.title === post.title && !isOtherwise) return null;
      await writeRevision(tx, post, kept, hashOf(body));
      await noteConnections(tx, [{ kind: 'EDIT', objectId: post.id, accountId: post.authorId, from }]);
      await this.found.refresh(tx, post);
      await auditOfficial(tx, 'forum.official-edit', [post]);
      return null;
    });
  }

  delete(actor: SignedIn, id: string): Promise<PostChanged | PostChangeRefused> {
    return this.change(actor, id, async (tx, post) => {
      const refusal = deletionRefusal({ isAuthor: post.authorId === actor.accountId, status: post.status });
      // Its row keeps the place.
      if (refusal) return refusal;
      await setPostStatus(tx, post, 'DELETED');
      await dropImages(tx, this.images, post.id);
      await this.found.refresh(tx, post);
      await auditOfficial(tx, 'forum.official-delete', [post]);
      return null;
    });
  }

  async revisions(post: PostView, first?: number | null, after?: string | null) {
    const size = pageSize(first);
    // What moderation or its author took away is not read in what it said before.
    if (post.body === null) return page([], size, () => '');
    if (after && !/^\d{1,9}$/.test(after))
      throw badInput('Le champ « after » doit être un curseur reçu avec une page.');
    const found = await listRevisions(this.database, post.id, after ? Number(after) : null, size + 1);
    return page(found, size, ({ revision }) => String(revision));
  }

  private async change(
    actor: SignedIn,
    id: string,
    work: (tx: EntityManager, post: LockedPost) => Promise<PostChangeRefused['code'] | null>,
  ): Promise<PostChanged | PostChangeRefused> {
    if (!isUuid(id)) return { code: 'UNKNOWN_POST' };
    const refusal = await transaction(this.database, async (tx) => {
      const post = await lockOwnPost(tx, id);
      if (!post) return 'UNKNOWN_POST';
      const refused = await work(tx, post);
      if (!refused) await this.feed.announce(tx, topicChanged(post.topicId));
      return refused;
    });
    if (refusal) return { code: refusal };
    const [post] = await this.posts.byIds(actor, [id]);
    return post ? { post } : { code: 'UNKNOWN_POST' };
  }
}
