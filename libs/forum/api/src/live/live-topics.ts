import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { ChangeFeed, RecentValues } from '@preau/shared-api';
import { VISITOR, type Actor } from '@preau/shared-domain';
import type { DataSource } from 'typeorm';
import { PostView, type Sight } from '../posts/post-view';
import { PostViews } from '../posts/post-views';
import type { FoundPost } from '../posts/post.queries';
import { findNewPosts, latestPlaces, type NewPostsAsked } from './live.queries';
import { topicOf } from './topic-changed';

interface Payload {
  readonly postAdded: PostView;
}

interface Listener {
  readonly actor: Actor;
  readonly values: RecentValues<Payload>;
}

interface LiveTopic {
  readonly listeners: Set<Listener>;
  /** The place of the latest message that was told; unknown until the first look. */
  after: NewPostsAsked['after'] | null;
}

/** News that come together are read together: one question to the database, however many people listen here. */
const GATHER_MS = 50;
/** Somebody slower than this many messages is told of the latest ones. */
const BACKLOG = 50;

/** The messages that are published in topics people are reading, whichever process wrote them. */
@Injectable()
export class LiveTopics implements OnModuleInit, OnModuleDestroy {
  private readonly topics = new Map<string, LiveTopic>();
  private readonly dirty = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private isReading = false;
  private unsubscribe: () => void = () => undefined;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly feed: ChangeFeed,
    private readonly views: PostViews,
  ) {}

  onModuleInit() {
    this.unsubscribe = this.feed.subscribe((announced) => {
      const id = announced === null ? null : topicOf(announced);
      if (announced === null) for (const open of this.topics.keys()) this.readSoon(open);
      else if (id !== null && this.topics.has(id)) this.readSoon(id);
    });
  }

  onModuleDestroy() {
    this.unsubscribe();
    if (this.timer) clearTimeout(this.timer);
  }

  /** Each message published in a topic from now on. */
  async of(topicId: string, actor: Actor): Promise<AsyncIterableIterator<Payload>> {
    const values = new RecentValues<Payload>(BACKLOG, () => {
      topic.listeners.delete(listener);
      if (topic.listeners.size === 0) this.topics.delete(topicId);
    });
    const listener: Listener = { actor, values };
    const topic = this.topics.get(topicId) ?? { listeners: new Set<Listener>(), after: null };
    this.topics.set(topicId, topic);
    topic.listeners.add(listener);
    if (topic.after === null) {
      const places = await latestPlaces(this.database, [topicId]);
      topic.after ??= places.get(topicId) ?? { key: '0', id: topicId };
      // What was announced before there was a place to read from.
      this.readSoon(topicId);
    }
    return values;
  }

  /** How many listen to a topic in this process. */
  count(topicId: string): number {
    return this.topics.get(topicId)?.listeners.size ?? 0;
  }

  private readSoon(topicId: string) {
    this.dirty.add(topicId);
    if (this.isReading) return;
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.isReading = true;
      // A database that is away will announce its return, and every topic is read then.
      this.tell()
        .catch(() => undefined)
        .finally(() => {
          this.isReading = false;
          const [waiting] = this.dirty;
          if (waiting) this.readSoon(waiting);
        });
    }, GATHER_MS).unref();
  }

  private async tell(): Promise<void> {
    const asked = [...this.dirty].flatMap((topicId) => {
      const after = this.topics.get(topicId)?.after;
      return after ? [{ topicId, after }] : [];
    });
    this.dirty.clear();
    const found = await findNewPosts(this.database, asked, BACKLOG);
    const sightOf = await this.views.sights(found, (post) => post, VISITOR);
    for (const post of found) this.pass(post, sightOf(post));
  }

  private pass(post: FoundPost, sight: Sight) {
    const topic = this.topics.get(post.topicId);
    if (!topic) return;
    topic.after = { key: post.key, id: post.id };
    // One object for all visitors, who are all told the same.
    const forVisitors = { postAdded: new PostView(post, { ...sight, actor: VISITOR }) };
    for (const { actor, values } of topic.listeners)
      values.push(
        actor.kind === 'visitor' ? forVisitors : { postAdded: new PostView(post, { ...sight, actor }) },
      );
  }
}
