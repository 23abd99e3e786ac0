import { Injectable } from '@nestjs/common';
import { nextStatus, type PostEvent } from '@preau/forum-domain';
import { ChangeFeed } from '@preau/shared-api';
import type { EntityManager } from 'typeorm';
import { FoundPosts } from '../found/found-posts';
import { releaseImages } from '../images/post-image.queries';
import { topicChanged } from '../live/topic-changed';
import { lockOwnPost } from '../own-posts/own-post.queries';
import { setPostStatus } from '../posts/post-status';
import { PostNews } from '../telling/post-news';

/** What moderation does to messages, in the transaction of its decision. */
@Injectable()
export class ModeratedPosts {
  constructor(
    private readonly feed: ChangeFeed,
    private readonly news: PostNews,
    private readonly found: FoundPosts,
  ) {}

  /**
   * Publishes a message that was held, hides one, or puts back what was hidden: where it was, with its supports and replies.
   * Releasing also publishes the images that a change brought to a message.
   * False when it cannot happen to it any more: already done, or deleted by its author meanwhile.
   */
  async apply(tx: EntityManager, postId: string, event: Exclude<PostEvent, 'delete'>): Promise<boolean> {
    const post = await lockOwnPost(tx, postId);
    if (!post) return false;
    const hasReleased = event === 'release' && (await releaseImages(tx, postId));
    const next = nextStatus(post.status, event);
    if (!next) {
      if (hasReleased) await this.feed.announce(tx, topicChanged(post.topicId));
      return hasReleased;
    }
    await setPostStatus(tx, post, next);
    await this.found.refresh(tx, post);
    if (event === 'restore' && post.depth === 0) await this.found.putBack(tx, post.topicId);
    if (event === 'release') await this.news.published(tx, [postId]);
    await this.feed.announce(tx, topicChanged(post.topicId));
    return true;
  }
}
