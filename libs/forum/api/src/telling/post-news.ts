import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { mentionsIn, parseMarkdown } from '@preau/markdown';
import { NotificationObjects, Notifications } from '@preau/notifications-api';
import { Jobs, transaction } from '@preau/shared-api';
import type { DataSource, EntityManager } from 'typeorm';
import { FoundPosts } from '../found/found-posts';
import { findPlaces } from '../posts/post-places';
import { postPath } from '../posts/post-path';
import { addFresh, takeFresh } from './fresh-post.queries';
import { AUDIENCE, findMentioning, followersToTell } from './telling.queries';

const PUBLISHED_JOB = 'forum.published';
/** People one message may call by their names: more is a way to be heard by everybody. */
export const MENTIONS_MAX = 10;

/** Messages dealt with in one transaction. */
const TOGETHER = 200;

/** What follows from messages being published, after they are committed: they can be found, and people are told. Writing waits for neither. */
@Injectable()
export class PostNews implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly jobs: Jobs,
    private readonly notifications: Notifications,
    private readonly objects: NotificationObjects,
    private readonly foundPosts: FoundPosts,
  ) {}

  onModuleInit() {
    this.jobs.handle(PUBLISHED_JOB, (payload) =>
      transaction(this.database, (tx) => this.spread(tx, [(payload as { post: string }).post])),
    );
    this.objects.register('post', async (ids) => {
      const found = await findPlaces(this.database, ids);
      return new Map(
        found.map(({ id, topicId, slug, title }) => [
          id,
          { label: title, path: postPath(slug, topicId, id) },
        ]),
      );
    });
  }

  /** Says, in the transaction that publishes messages again, that all this is to be done; new ones say it as they are written. */
  published(tx: EntityManager, postIds: readonly string[]): Promise<void> {
    return addFresh(tx, postIds);
  }

  /** Deals with what was published until nothing waits. Messages that cannot be dealt with together are jobs from then on, tried again one by one. */
  async spreadWaiting(): Promise<void> {
    for (let taken = TOGETHER; taken === TOGETHER;) {
      taken = await transaction(this.database, async (tx) => {
        const ids = await takeFresh(tx, TOGETHER);
        if (ids.length > 0) await this.spread(tx, ids);
        return ids.length;
      }).catch(() => this.setAside());
    }
  }

  /** Tells of messages that can still be read. Done again, nobody is told twice: of a message there is one notification. */
  async tell(tx: EntityManager, postIds: readonly string[]): Promise<void> {
    const mentions = (await findMentioning(tx, postIds)).flatMap(({ id, body }) =>
      mentionsIn(parseMarkdown(body))
        .slice(0, MENTIONS_MAX)
        .map((accountId) => ({ postId: id, accountId })),
    );
    const followers = await followersToTell(tx, postIds);
    await this.notifications.notifyEach(tx, AUDIENCE, [
      postIds,
      mentions.map(({ postId }) => postId),
      mentions.map(({ accountId }) => accountId),
      followers.map(({ postId }) => postId),
      followers.map(({ accountId }) => accountId),
    ]);
  }

  private async spread(tx: EntityManager, postIds: readonly string[]): Promise<void> {
    await this.foundPosts.write(tx, postIds);
    await this.tell(tx, postIds);
  }

  private setAside(): Promise<number> {
    return transaction(this.database, async (tx) => {
      const ids = await takeFresh(tx, TOGETHER);
      for (const post of ids) await this.jobs.add(tx, PUBLISHED_JOB, { post });
      return ids.length;
    });
  }
}
