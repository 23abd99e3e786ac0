import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { phaseOf } from '@preau/consultation-domain';
import { supportRefusal } from '@preau/forum-domain';
import { ChangeFeed, isUuid, transaction } from '@preau/shared-api';
import type { SignedIn } from '@preau/shared-domain';
import type { DataSource, EntityManager } from 'typeorm';
import { topicChanged } from '../live/topic-changed';
import { PostsService } from '../posts/posts.service';
import type { SupportCounted, SupportRefused } from './support.types';

/**
 * One support per account and message: the table's primary key has the last word. The topic's row is changed before the
 * message's, as it is locked everywhere: `counted` waits for `of_topic` by reading it.
 */
const GIVE = `
  WITH given AS (
    INSERT INTO post_support (post_id, account_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING post_id
  ), of_topic AS (
    UPDATE topic SET supports = supports + 1 FROM given WHERE topic.id = given.post_id RETURNING topic.id
  ), counted AS (
    UPDATE post SET supports = supports + 1 FROM given, (SELECT count(*) FROM of_topic) AS topics
    WHERE post.id = given.post_id RETURNING topic_id
  )
  SELECT topic_id AS "topicId" FROM counted`;

const WITHDRAW = `
  WITH withdrawn AS (
    DELETE FROM post_support WHERE post_id = $1 AND account_id = $2 RETURNING post_id
  ), of_topic AS (
    UPDATE topic SET supports = supports - 1 FROM withdrawn WHERE topic.id = withdrawn.post_id RETURNING topic.id
  ), counted AS (
    UPDATE post SET supports = supports - 1 FROM withdrawn, (SELECT count(*) FROM of_topic) AS topics
    WHERE post.id = withdrawn.post_id RETURNING topic_id
  )
  SELECT topic_id AS "topicId" FROM counted`;

@Injectable()
export class SupportsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly posts: PostsService,
    private readonly feed: ChangeFeed,
  ) {}

  give(actor: SignedIn, postId: string): Promise<SupportCounted | SupportRefused> {
    return this.change(actor, postId, GIVE);
  }

  withdraw(actor: SignedIn, postId: string): Promise<SupportCounted | SupportRefused> {
    return this.change(actor, postId, WITHDRAW);
  }

  private async change(
    actor: SignedIn,
    postId: string,
    statement: string,
  ): Promise<SupportCounted | SupportRefused> {
    const before = isUuid(postId) ? await this.find(actor, postId) : undefined;
    if (!before) return { code: 'UNKNOWN_POST' };
    const refusal = supportRefusal({
      isAuthor: before.isMine,
      isSuspended: actor.suspended === true,
      status: before.context.topicStatus === 'PUBLISHED' ? before.status : before.context.topicStatus,
      phase: phaseOf(before.context, new Date()),
      isLocked: before.context.isLocked,
    });
    if (refusal) return { code: refusal };
    await transaction(this.database, (tx) => this.count(tx, actor, postId, statement));
    const post = await this.find(actor, postId);
    return post ? { post } : { code: 'UNKNOWN_POST' };
  }

  private async count(tx: EntityManager, actor: SignedIn, postId: string, statement: string) {
    const [changed] = await tx.query<{ topicId: string }[]>(statement, [postId, actor.accountId]);
    if (changed) await this.feed.announce(tx, topicChanged(changed.topicId));
  }

  private async find(actor: SignedIn, postId: string) {
    const [post] = await this.posts.byIds(actor, [postId]);
    return post;
  }
}
