import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Theme } from '@preau/consultation-api';
import { followTopicRefusal } from '@preau/forum-domain';
import {
  counted,
  isUuid,
  page,
  pageSize,
  RequestLoader,
  type CountedConnection,
  type RequestContext,
} from '@preau/shared-api';
import type { Actor, SignedIn } from '@preau/shared-domain';
import type { DataSource } from 'typeorm';
import { cursorOf, placeOf } from '../posts/post-order';
import type { TopicView } from '../topics/topic-view';
import { TopicsService } from '../topics/topics.service';
import {
  chooseTheme,
  chooseTopic,
  countFollowed,
  followedAmong,
  followedThemesAmong,
  listFollowed,
} from './following.queries';
import type { FollowRefused, ThemeFollowing, TopicFollowing } from './following.types';

interface Asked {
  readonly accountId: string;
  readonly id: string;
}

/** Who follows which topics and themes. */
@Injectable()
export class FollowingService {
  private readonly topicLoader = this.loaderOf(followedAmong);
  private readonly themeLoader = this.loaderOf(followedThemesAmong);

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly topics: TopicsService,
  ) {}

  async chooseTopic(
    actor: SignedIn,
    topicId: string,
    isFollowing: boolean,
  ): Promise<TopicFollowing | FollowRefused> {
    const topic = await this.topics.byId(actor, topicId);
    const refusal = isFollowing ? followTopicRefusal(topic?.status ?? null) : null;
    if (!topic || refusal) return { code: refusal ?? 'UNKNOWN_TOPIC' };
    await chooseTopic(this.database, actor.accountId, topic.id, isFollowing);
    return { topic };
  }

  async chooseTheme(
    actor: SignedIn,
    themeId: string,
    isFollowing: boolean,
  ): Promise<ThemeFollowing | FollowRefused> {
    const theme = isUuid(themeId) ? await this.database.manager.findOneBy(Theme, { id: themeId }) : null;
    if (!theme) return { code: 'UNKNOWN_THEME' };
    await chooseTheme(this.database, actor.accountId, theme.id, isFollowing);
    return { theme };
  }

  /** A page of the topics that somebody follows, the liveliest first. */
  async followed(
    actor: SignedIn,
    first?: number | null,
    after?: string | null,
  ): Promise<CountedConnection<TopicView>> {
    const size = pageSize(first);
    const listed = await listFollowed(this.database, actor.accountId, placeOf(after), size + 1);
    const found = new Map(
      (
        await this.topics.byIds(
          actor,
          listed.map(({ id }) => id),
        )
      ).map((topic) => [topic.id, topic]),
    );
    const topics = listed.flatMap(({ id, key }) => {
      const topic = found.get(id);
      return topic ? [{ topic, key }] : [];
    });
    const paged = page(topics, size, ({ topic: { id }, key }) => cursorOf({ key, id }));
    const edges = paged.edges.map(({ node, cursor }) => ({ node: node.topic, cursor }));
    return counted({ ...paged, edges }, after, () => countFollowed(this.database, actor.accountId));
  }

  followsTopic(context: RequestContext, actor: Actor, id: string): Promise<boolean> | boolean {
    return actor.kind === 'account' && this.topicLoader.of(context, { accountId: actor.accountId, id });
  }

  followsTheme(context: RequestContext, actor: Actor, id: string): Promise<boolean> | boolean {
    return actor.kind === 'account' && this.themeLoader.of(context, { accountId: actor.accountId, id });
  }

  private loaderOf(
    among: (database: DataSource, accountId: string, ids: readonly string[]) => Promise<Set<string>>,
  ) {
    return new RequestLoader<Asked, boolean>(
      async (asked) => {
        const ids = asked.map(({ id }) => id);
        const followed = await among(this.database, asked[0]?.accountId ?? '', ids);
        return ids.map((id) => followed.has(id));
      },
      { keeps: false },
    );
  }
}
