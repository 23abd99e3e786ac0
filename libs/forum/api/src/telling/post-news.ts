import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { mentionsIn, parseMarkdown } from '@preau/markdown';
import { NotificationObjects, Notifications } from '@preau/notifications-api';
import { Jobs, transaction } from '@preau/shared-api';
import type { DataSource, EntityManager } from 'typeorm';
import { postPath } from '../posts/post-path';
import { AUDIENCE, findMentioning, findObjects, followersToTell } from './telling.queries';

const TELL_JOB = 'forum.tell';
/** People one message may call by their names: more is a way to be heard by everybody. */
export const MENTIONS_MAX = 10;

/** Tells people of the messages that concern them, after these are committed: writing one waits for nobody. */
@Injectable()
export class PostNews implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly jobs: Jobs,
    private readonly notifications: Notifications,
    private readonly objects: NotificationObjects,
  ) {}

  onModuleInit() {
    this.jobs.handle(TELL_JOB, (payload) => this.tell((payload as { posts: string }).posts.split(' ')));
    this.objects.register('post', async (ids) => {
      const found = await findObjects(this.database, ids);
      return new Map(
        found.map(({ id, topicId, slug, title }) => [
          id,
          { label: title, path: postPath(slug, topicId, id) },
        ]),
      );
    });
  }

  /** Says, in the transaction that publishes messages, that people are to be told of them: one job, however many. */
  async published(tx: EntityManager, postIds: readonly string[]): Promise<void> {
    if (postIds.length > 0) await this.jobs.add(tx, TELL_JOB, { posts: postIds.join(' ') });
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
