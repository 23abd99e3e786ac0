import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Order } from '@preau/forum-domain';
import {
  counted,
  isUuid,
  notFound,
  page,
  pageSize,
  RequestLoader,
  type Connection,
  type CountedConnection,
  type RequestContext,
} from '@preau/shared-api';
import { VISITOR, type Actor, type SignedIn } from '@preau/shared-domain';
import type { DataSource } from 'typeorm';
import { cursorOf, placeOf, SORTINGS, type Place } from './post-order';
import { viewerOf, type PostView } from './post-view';
import { PostViews } from './post-views';
import {
  ancestorsOf,
  countOfficial,
  countWritten,
  findPosts,
  keyOf,
  listOfficial,
  listReplies,
  listRepliesOfMany,
  listWritten,
  type OfficialScope,
  type RepliesAsked,
  type TopicContext,
} from './post.queries';

/** No message has these: a place with one is just before, or just after, all that share its key. */
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

interface Page {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

interface ThreadArgs extends Page {
  readonly order: Order;
  readonly before?: string | null | undefined;
  readonly from?: string | null | undefined;
}

/** Reads messages. Whatever is asked for many at once costs one statement. */
@Injectable()
export class PostsService {
  private readonly repliesLoader = this.loaderOf(false);
  private readonly branchLoader = this.loaderOf(true);

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly views: PostViews,
  ) {}

  /** Messages by id, in any order; those one may not know of are left out. */
  async byIds(actor: Actor, ids: readonly string[]): Promise<PostView[]> {
    const found = await findPosts(this.database, viewerOf(actor), ids);
    return this.views.of(found, (post) => post, actor);
  }

  /** A page of the replies to a topic: from its beginning, after a cursor, before one, or beginning at a reply. */
  async ofTopic(
    actor: Actor,
    { id: topicId, context }: { readonly id: string; readonly context: TopicContext },
    { order, first, after, before, from }: ThreadArgs,
    onlyPropositions = false,
  ): Promise<Connection<PostView>> {
    const size = pageSize(first);
    const isBackwards = Boolean(before);
    const found = await listReplies(this.database, viewerOf(actor), {
      topicId,
      order,
      from: placeOf(before ?? after) ?? (from ? await this.justBefore(topicId, order, from) : null),
      isBackwards,
      limit: size + 1,
      onlyPropositions,
    });
    const connection = page(
      await this.views.of(found, () => context, actor),
      size,
      ({ found: { key, id } }) => cursorOf({ key, id }),
    );
    return isBackwards ? { ...connection, edges: connection.edges.toReversed() } : connection;
  }

  /** What services wrote in a consultation, a theme or a topic. */
  async official(
    actor: Actor,
    scope: OfficialScope,
    { first, after }: Page,
  ): Promise<CountedConnection<PostView>> {
    const size = pageSize(first);
    const found = await listOfficial(this.database, viewerOf(actor), scope, placeOf(after), size + 1);
    const views = await this.views.of(found, (post) => post, actor);
    const listed = page(views, size, ({ found: { key, id } }) => cursorOf({ key, id }));
    return counted(listed, after, () => countOfficial(this.database, scope));
  }

  /** What somebody wrote and did not delete, whatever became of it: the latest first. */
  async writtenBy(actor: SignedIn, { first, after }: Page): Promise<CountedConnection<PostView>> {
    const size = pageSize(first);
    const found = await listWritten(this.database, actor.accountId, placeOf(after), size + 1);
    const views = await this.views.of(found, (post) => post, actor);
    const listed = page(views, size, ({ found: { key, id } }) => cursorOf({ key, id }));
    return counted(listed, after, () => countWritten(this.database, actor.accountId));
  }

  private async justBefore(topicId: string, order: Order, id: string): Promise<Place | null> {
    const key = isUuid(id) ? await keyOf(this.database, topicId, order, id) : null;
    if (key === null) throw notFound();
    return { key, id: SORTINGS[order].direction === 'ASC' ? FIRST_ID : LAST_ID };
  }

  /** Replies to a message, the oldest first; or all that hangs under it: what is answered comes before its answers. */
  async replies(
    context: RequestContext,
    actor: Actor,
    parent: PostView,
    { first, after }: Page,
    wholeBranch = false,
  ): Promise<Connection<PostView>> {
    const size = pageSize(first);
    const place = placeOf(after);
    // Nothing published is under it, and visitors have nothing that is held.
    const isBare = parent.depth === 1 && parent.branchCount === 0 && actor.kind === 'visitor';
    const loader = wholeBranch ? this.branchLoader : this.repliesLoader;
    const asked = { parentId: parent.id, after: place, limit: size + 1, actor, context: parent.context };
    const replies = isBare ? [] : await loader.of(context, asked);
    return page(replies, size, ({ found: { key, id } }) => cursorOf({ key, id }));
  }

  /** The messages it hangs under, from the reply to the topic down. */
  async ancestors(actor: Actor, { id, topicId }: PostView): Promise<PostView[]> {
    const ids = (await ancestorsOf(this.database, id)).filter((above) => above !== topicId);
    const found = new Map((await this.byIds(actor, ids)).map((post) => [post.id, post]));
    return ids.flatMap((above) => found.get(above) ?? []);
  }

  private loaderOf(wholeBranch: boolean) {
    return new RequestLoader<RepliesAsked & { actor: Actor; context: TopicContext }, PostView[]>(
      async (asked) => {
        const actor = asked[0]?.actor ?? VISITOR;
        const found = await listRepliesOfMany(this.database, viewerOf(actor), asked, wholeBranch);
        const contextOf = ({ at }: { at: number }) => (asked[at - 1] as (typeof asked)[number]).context;
        const views = await this.views.of(found, contextOf, actor);
        const replies: PostView[][] = asked.map(() => []);
        found.forEach(({ at }, index) => replies[at - 1]?.push(views[index] as PostView));
        return replies;
      },
    );
  }
}
