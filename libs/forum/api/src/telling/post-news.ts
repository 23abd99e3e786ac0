import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { mentionsIn, parseMarkdown } from '@preau/markdown';
import { NotificationObjects, Notifications } from '@preau/notifications-api';
import { Jobs, transaction } from '@preau/shared-api';
import type { DataSource, EntityManager } from 'typeorm';
import { FoundPosts } from '../found/found-posts';
import { findPlaces } from '../posts/post-places';
import { postPath } from '../posts/post-path';
import { AUDIENCE, findMentioning, followersToTell } from './telling.queries';

const PUBLISHED_JOB = 'forum.published';
/** People one message may call by their names: more is a way to be heard by everybody. */
export const MENTIONS_MAX = 10;

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
    this.jobs.handle(PUBLISHED_JOB, async (payload) => {
      const ids = (payload as { posts: string }).posts.split(' ');
      await this.foundPosts.write(ids);
      await this.tell(ids);
    });
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

  /** Says, in the transaction that publishes messages, that all this is to be done: one job, however many they are. */
  async published(tx: EntityManager, postIds: readonly string[]): Promise<void> {
    if (postIds.length > 0) await this.jobs.add(tx, PUBLISHED_JOB, { posts: postIds.join(' ') });
  }

  /** Tells of messages that can still be read. Done again, nobody is told twice: of a message there is one notification. */
  async tell(postIds: readonly string[]): Promise<void> {
    const mentions = (await findMentioning(this.database, postIds)).flatMap(({ id, body }) =>
      mentionsIn(parseMarkdown(body))
        .slice(0, MENTIONS_MAX)
        .map((accountId) => ({ postId: id, accountId })),
    );
    await transaction(this.database, async (tx) => {
      const followers = await followersToTell(tx, postIds);
      await this.notifications.notifyEach(tx, AUDIENCE, [
        postIds,
        mentions.map(({ postId }) => postId),
        mentions.map(({ accountId }) => accountId),
        followers.map(({ postId }) => postId),
        followers.map(({ accountId }) => accountId),
      ]);
    });
  }
}
