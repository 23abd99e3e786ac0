import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { markdownToText, parseMarkdown } from '@preau/markdown';
import { SearchIndex, type DocumentSource, type FoundRef, type SearchDocument } from '@preau/search-api';
import { Jobs, transaction } from '@preau/shared-api';
import type { DataSource, EntityManager } from 'typeorm';
import { postPath } from '../posts/post-path';
import { FoundConclusions } from './found-conclusions';
import {
  countReadable,
  findReadable,
  lockFound,
  lockFoundTopic,
  nextOfTopic,
  pageOfReadable,
  type ReadPost,
} from './found-posts.queries';

const TOPIC_JOB = 'forum.find-topic';
/** Messages of a topic that is put back, written in one transaction. */
const STRETCH = 200;

interface Placed {
  readonly id: string;
  readonly topicId: string;
  readonly depth: number;
}

/** Topics and messages among what can be found. */
@Injectable()
export class FoundPosts implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly index: SearchIndex,
    private readonly conclusions: FoundConclusions,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit() {
    for (const kind of ['topic', 'post'] as const) {
      this.index.register(kind, { resolve: pathsOf });
      this.index.registerSource(kind, sourceOf(kind === 'topic'));
    }
    this.jobs.handle(TOPIC_JOB, (payload) => this.writeTopic((payload as { topic: string }).topic));
  }

  /** Writes messages as they are now, in one statement; those that cannot be read are left out. */
  async write(tx: EntityManager, ids: readonly string[]): Promise<void> {
    await lockFound(tx, ids);
    await this.index.put(tx, (await findReadable(tx, ids)).map(documentOf));
  }

  /** Writes a message, or takes it out, in the transaction that changed, hid, deleted or put it back: a topic with all its replies. */
  async refresh(tx: EntityManager, { id, topicId, depth }: Placed): Promise<void> {
    if (depth === 0) await lockFoundTopic(tx, topicId);
    await lockFound(tx, [id]);
    const readable = await findReadable(tx, [id]);
    if (readable.length > 0) await this.index.put(tx, readable.map(documentOf));
    else await this.remove(tx, { id, topicId, depth });
    if (depth === 0) await this.conclusions.refresh(tx, topicId);
  }

  private async remove(tx: EntityManager, { id, topicId, depth }: Placed): Promise<void> {
    await this.index.remove(tx, [{ kind: depth === 0 ? 'topic' : 'post', objectId: id }]);
    if (depth === 0) await this.index.removeUnder(tx, [topicId]);
  }

  /** Has the replies to a topic that was put back written again: thousands, perhaps. */
  async putBack(tx: EntityManager, topicId: string): Promise<void> {
    await this.jobs.add(tx, TOPIC_JOB, { topic: topicId }, { key: `${TOPIC_JOB} ${topicId}` });
  }

  private async writeTopic(topicId: string): Promise<void> {
    for (let after: string | null = null; ;) {
      const ids: string[] = await nextOfTopic(this.database.manager, topicId, after, STRETCH);
      if (ids.length > 0) await transaction(this.database, (tx) => this.write(tx, ids));
      if (ids.length < STRETCH) return;
      after = ids.at(-1) ?? null;
    }
  }
}

/** The index knows all that an address is made of, and only what can be read. */
const pathsOf = (refs: readonly FoundRef[]) =>
  new Map(
    refs.flatMap(({ objectId, parentId, title, consultation }) =>
      title && consultation
        ? [[objectId, { title, path: postPath(consultation, parentId ?? objectId, objectId) }]]
        : [],
    ),
  );

/** A message has the title of its topic, which is another document. What it quotes are the words of others. */
const documentOf = ({ id, topicId, depth, title, body, ...place }: ReadPost): SearchDocument => ({
  kind: depth === 0 ? 'topic' : 'post',
  objectId: id,
  consultationId: place.consultationId,
  themeId: place.themeId,
  academie: null,
  parentId: depth === 0 ? null : topicId,
  title: depth === 0 ? title : '',
  text: markdownToText(parseMarkdown(body), { withoutQuotes: true }),
  at: place.at,
});

const sourceOf = (isTopic: boolean): DocumentSource => ({
  count: (tx) => countReadable(tx, isTopic),
  page: async (tx, after, limit) => {
    // Read again once locked, until nothing was hidden or published in between.
    for (let known = ''; ;) {
      const posts = await pageOfReadable(tx, isTopic, after, limit);
      const ids = posts.map(({ id }) => id);
      if (ids.join() === known) return posts.map(documentOf);
      known = ids.join();
      await lockFound(tx, ids);
    }
  },
});
