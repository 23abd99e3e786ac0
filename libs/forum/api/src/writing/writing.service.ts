import { Injectable } from '@nestjs/common';
import { keptBody, keptDraftKey, keptTitle } from '@preau/forum-domain';
import { badInput, isUuid, type NetworkPlace } from '@preau/shared-api';
import { hasRole, type SignedIn } from '@preau/shared-domain';
import { keptImages } from '../images/post-image.types';
import { isTeam, type PostView } from '../posts/post-view';
import { PostViews } from '../posts/post-views';
import { PostsService } from '../posts/posts.service';
import { TopicsService } from '../topics/topics.service';
import { hashOf } from './body-hash';
import type { Posting, WrittenPost } from './new-post';
import { PostWriter } from './post-writer';
import type {
  CreateTopicInput,
  PostingRefused,
  ReplyPosted,
  ReplyToTopicInput,
  TopicCreated,
} from './writing.types';

/** Begins topics and answers them. */
@Injectable()
export class WritingService {
  constructor(
    private readonly writer: PostWriter,
    private readonly topics: TopicsService,
    private readonly posts: PostsService,
    private readonly views: PostViews,
  ) {}

  async createTopic(
    actor: SignedIn,
    from: NetworkPlace,
    input: CreateTopicInput,
  ): Promise<TopicCreated | PostingRefused> {
    const body = keptBody(input.body);
    const id = uuid(input.id, 'id');
    const posting = await this.writer.write({
      id,
      topicId: id,
      parentId: null,
      body,
      bodyHash: hashOf(body),
      images: keptImages(input.images ?? []),
      stance: null,
      isProposition: false,
      serviceId: input.serviceId ? uuid(input.serviceId, 'serviceId') : null,
      begins: { title: keptTitle(input.title), themeId: uuid(input.themeId, 'themeId') },
      draftKey: input.draftKey ? keptDraftKey(input.draftKey) : null,
      from,
      ...writerOf(actor),
    });
    const topic = 'written' in posting ? await this.topics.byId(actor, id) : null;
    return topic ? { topic } : refused(posting);
  }

  async reply(
    actor: SignedIn,
    from: NetworkPlace,
    input: ReplyToTopicInput,
  ): Promise<ReplyPosted | PostingRefused> {
    const body = keptBody(input.body);
    const id = uuid(input.id, 'id');
    const topicId = uuid(input.topicId, 'topicId');
    const isProposition = input.isProposition === true;
    if (isProposition && input.parentId) throw badInput('Une proposition répond au sujet lui-même.');
    const posting = await this.writer.write({
      id,
      topicId,
      parentId: input.parentId ? uuid(input.parentId, 'parentId') : topicId,
      body,
      bodyHash: hashOf(body),
      images: keptImages(input.images ?? []),
      stance: input.stance ?? null,
      isProposition,
      serviceId: input.serviceId ? uuid(input.serviceId, 'serviceId') : null,
      begins: null,
      draftKey: input.draftKey ? keptDraftKey(input.draftKey) : null,
      from,
      ...writerOf(actor),
    });
    const post = 'written' in posting ? await this.read(actor, id, posting.written) : null;
    return post ? { post } : refused(posting);
  }

  /** The message as its author sees it: what was just written is not read again. */
  private async read(actor: SignedIn, id: string, written: WrittenPost | null): Promise<PostView | null> {
    const context = written?.context;
    const views = context
      ? await this.views.of([written.found], () => context, actor)
      : await this.posts.byIds(actor, [id]);
    return views[0] ?? null;
  }
}

const writerOf = (actor: SignedIn) => ({
  authorId: actor.accountId,
  isSuspended: actor.suspended === true,
  isTeam: isTeam(actor),
  isStaff: hasRole(actor, 'staff'),
  isVerified: hasRole(actor, 'teacher'),
});

function uuid(given: string, field: string): string {
  if (!isUuid(given)) throw badInput(`Le champ « ${field} » doit être un UUID.`);
  return given.toLowerCase();
}

/** Written, and gone since: whoever deleted it meanwhile knows. */
const refused = (posting: Posting): PostingRefused =>
  'written' in posting
    ? { code: 'UNKNOWN_POST', retryAt: null }
    : { code: posting.code, retryAt: posting.retryAt ?? null };
