import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { phaseOf } from '@preau/consultation-domain';
import { createTopicRefusal, replyRefusal, type PostingRefusal, type Writer } from '@preau/forum-domain';
import { ChangeFeed, Images, transaction, WriteTogether } from '@preau/shared-api';
import type { DataSource, EntityManager } from 'typeorm';
import { topicChanged } from '../live/topic-changed';
import type { NewPost, Posting, WrittenPost } from './new-post';
import { attachImages } from '../images/post-image.queries';
import { auditOfficial } from '../managing/audit-official';
import { PostScreening } from './post-screening';
import {
  findSurroundings,
  findThemes,
  insertPosts,
  lockTopics,
  lockWriters,
  type FoundTheme,
  type LockedTopic,
  type PostToInsert,
  type Surroundings,
} from './writing.queries';

interface Around {
  readonly now: Date;
  readonly published: ReadonlyMap<string, number>;
  readonly topics: ReadonlyMap<string, LockedTopic>;
  readonly themes: ReadonlyMap<string, FoundTheme>;
}

/** Judges and writes messages that arrive together in one transaction, under the locks of their authors and topics. */
@Injectable()
export class PostWriter {
  private readonly together: WriteTogether<NewPost, Posting>;

  constructor(
    @InjectDataSource() database: DataSource,
    private readonly screening: PostScreening,
    private readonly feed: ChangeFeed,
    private readonly images: Images,
  ) {
    this.together = new WriteTogether<NewPost, Posting>({
      write: (batch) => transaction(database, (tx) => this.writeBatch(tx, batch)),
      keysOf: ({ id, authorId }) => [id, authorId],
    });
  }

  write(post: NewPost): Promise<Posting> {
    return this.together.write(post);
  }

  private async writeBatch(tx: EntityManager, batch: readonly NewPost[]): Promise<Posting[]> {
    const replies = batch.filter(({ begins }) => !begins);
    const themes = batch.flatMap(({ begins }) => begins?.themeId ?? []);
    const published = await lockWriters(tx, distinct(batch.map(({ authorId }) => authorId)));
    const topics = await lockTopics(tx, distinct(replies.map(({ topicId }) => topicId)));
    const now = new Date();
    const around = { now, published, topics, themes: await findThemes(tx, distinct(themes)) };
    const surroundings = await findSurroundings(tx, batch, now);
    const imageIds = batch.flatMap(({ images }) => images.map(({ id }) => id));
    const free = new Map(await this.images.lockFree(tx, distinct(imageIds)));
    const toInsert: PostToInsert[] = [];
    const refusals = batch.map((post, at): PostingRefusal | null => {
      const judged = this.judge(post, surroundings[at] as Surroundings, around);
      if ('code' in judged) return judged;
      if (judged.toInsert && !takeImages(judged.toInsert, free)) return { code: 'UNKNOWN_IMAGE' };
      if (judged.toInsert) toInsert.push(judged.toInsert);
      return null;
    });
    const written = new Map<string, WrittenPost>();
    if (toInsert.length > 0) {
      const dates = await insertPosts(tx, toInsert);
      for (const post of toInsert)
        written.set(post.id, writtenPost(post, dates.get(post.id) ?? now, topics.get(post.topicId)));
      // Those of a message that is held wait with it.
      await attachImages(
        tx,
        this.images,
        toInsert.map(({ id, images, authorId, from }) => ({
          postId: id,
          authorId,
          from,
          images: images.map((image) => ({ ...image, isHeld: false, isNew: true })),
        })),
      );
      await auditOfficial(tx, 'forum.official', toInsert);
      await this.feed.announceAll(tx, distinct(toInsert.map(({ topicId }) => topicChanged(topicId))));
    }
    return batch.map(({ id }, at) => refusals[at] ?? { written: written.get(id) ?? null });
  }

  private judge(
    post: NewPost,
    found: Surroundings,
    around: Around,
  ): PostingRefusal | { readonly toInsert: PostToInsert | null } {
    if (found.existing) return isSame(post, found.existing) ? { toInsert: null } : { code: 'CONFLICT' };
    // Who may not speak for a service learns nothing of which there are.
    if (post.serviceId && !(post.isStaff && found.isService)) return { code: 'UNKNOWN_SERVICE' };
    const { begins, ...rest } = post;
    const theme = begins ? (around.themes.get(begins.themeId) ?? null) : null;
    const refusal = begins
      ? topicRefusal(post, begins.title, theme, found, around)
      : postRefusal(post, found, around);
    if (refusal) return refusal;
    const isHeld = this.screening.isHeld({
      ...rest,
      images: post.images.length,
      title: begins?.title ?? null,
      published: around.published.get(post.authorId) ?? 0,
      isMinor: found.isMinor,
    });
    const depth = begins ? 0 : (found.parentDepth ?? 0) + 1;
    return {
      toInsert: {
        ...rest,
        status: isHeld ? 'HELD' : 'PUBLISHED',
        depth,
        branchId: depth > 1 ? (found.parentBranchId ?? post.parentId) : null,
        title: begins?.title ?? null,
        themeId: theme?.id ?? null,
        consultationId: theme?.consultationId ?? null,
      },
    };
  }
}

const writerOf = (post: NewPost, found: Surroundings, { published }: Around): Writer => ({
  published: published.get(post.authorId) ?? 0,
  since: found.since,
  isVerified: post.isVerified,
  isTeam: post.isTeam,
  isSuspended: post.isSuspended,
  recent: found,
});

function topicRefusal(
  post: NewPost,
  title: string,
  theme: FoundTheme | null,
  found: Surroundings,
  around: Around,
): PostingRefusal | null {
  if (!theme) return { code: 'UNKNOWN_THEME' };
  const topic = { title, body: post.body, images: post.images, phase: phaseOf(theme, around.now) };
  return createTopicRefusal(topic, writerOf(post, found, around), around.now);
}

function postRefusal(post: NewPost, found: Surroundings, around: Around): PostingRefusal | null {
  const topic = around.topics.get(post.topicId);
  if (!topic) return { code: 'UNKNOWN_TOPIC' };
  const place = {
    phase: phaseOf(topic, around.now),
    topicStatus: topic.status,
    isLocked: topic.isLocked,
    slowSeconds: topic.slowSeconds,
    parentStatus: found.parentStatus,
  };
  return replyRefusal(post, place, writerOf(post, found, around), around.now);
}

/** What reading it would give: nobody has done anything with it yet. */
const writtenPost = (post: PostToInsert, createdAt: Date, topic: LockedTopic | undefined): WrittenPost => ({
  found: {
    id: post.id,
    key: '',
    topicId: post.topicId,
    parentId: post.parentId,
    branchId: post.branchId,
    depth: post.depth,
    status: post.status,
    stance: post.stance,
    isProposition: post.isProposition,
    body: post.body,
    createdAt,
    editedAt: null,
    revisionCount: 0,
    replyCount: 0,
    branchCount: 0,
    supports: 0,
    isSupported: false,
    authorId: post.authorId,
    serviceId: post.serviceId,
    imageCount: post.images.length,
  },
  context: topic ? { ...topic, topicStatus: topic.status } : null,
});

/** Takes the images of a message out of those that are free; false when one of them is not, or not its author’s. */
function takeImages({ images, authorId }: PostToInsert, free: Map<string, string>): boolean {
  if (!images.every(({ id }) => free.get(id) === authorId)) return false;
  for (const { id } of images) free.delete(id);
  return true;
}

/** The same message sent again; only a topic has no parent. */
const isSame = (post: NewPost, existing: NonNullable<Surroundings['existing']>): boolean =>
  existing.authorId === post.authorId &&
  existing.hash === post.bodyHash.toString('hex') &&
  existing.parentId === post.parentId;

const distinct = (ids: readonly string[]) => [...new Set(ids)];
