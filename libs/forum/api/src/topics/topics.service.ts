import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Theme, ConsultationsService } from '@preau/consultation-api';
import { counted, isUuid, page, pageSize, type CountedConnection } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import type { DataSource } from 'typeorm';
import { cursorOf, placeOf } from '../posts/post-order';
import { viewerOf, type PostView } from '../posts/post-view';
import { PostViews } from '../posts/post-views';
import { PostsService } from '../posts/posts.service';
import { Services } from '../services/services';
import { TopicView } from './topic-view';
import { countTopics, findTopics, listTopics, type FoundTopic } from './topic.queries';
import type { OfficialPostsArgs, TopicsArgs } from './topic.types';

/** Reads topics. */
@Injectable()
export class TopicsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly consultations: ConsultationsService,
    private readonly posts: PostViews,
    private readonly services: Services,
    private readonly messages: PostsService,
  ) {}

  /** Null for one that is not there, or that one may not know of. */
  async byId(actor: Actor, id: string): Promise<TopicView | null> {
    if (!isUuid(id)) return null;
    const [topic] = await this.byIds(actor, [id]);
    return topic ?? null;
  }

  /** Topics by id, in any order; those one may not know of are left out. */
  async byIds(actor: Actor, ids: readonly string[]): Promise<TopicView[]> {
    return this.views(await findTopics(this.database, viewerOf(actor), ids), actor);
  }

  /** Empty for a consultation or a theme that does not exist. */
  async list(actor: Actor, asked: TopicsArgs): Promise<CountedConnection<TopicView>> {
    const size = pageSize(asked.first);
    const after = placeOf(asked.after);
    const scope = await this.scope(asked.consultation, asked.theme ?? null);
    if (!scope) return nothing(size);
    const found = await listTopics(this.database, viewerOf(actor), {
      ...scope,
      order: asked.order,
      isPinned: asked.pinned === true,
      after,
      limit: size + 1,
    });
    const listed = page(await this.views(found, actor), size, ({ found: { key, id } }) =>
      cursorOf({ key, id }),
    );
    const isPinned = asked.pinned === true;
    return counted(listed, asked.after, () => countTopics(this.database, { ...scope, isPinned }));
  }

  /** What services wrote in a consultation or a theme of it, topics and replies, the latest first. */
  async official(
    actor: Actor,
    { consultation, theme, ...asked }: OfficialPostsArgs,
  ): Promise<CountedConnection<PostView>> {
    const scope = await this.scope(consultation, theme ?? null);
    if (!scope) return nothing(pageSize(asked.first));
    const { themeId, consultationId } = scope;
    const official = themeId
      ? ({ of: 'theme', id: themeId } as const)
      : ({ of: 'consultation', id: consultationId } as const);
    return this.messages.official(actor, official, asked);
  }

  private async views(found: readonly FoundTopic[], actor: Actor): Promise<TopicView[]> {
    const sightOf = await this.posts.sights(found, (topic) => topic, actor);
    const concluding = await this.services.of(found.flatMap(({ concludedById }) => concludedById ?? []));
    return found.map(
      (topic) => new TopicView(topic, sightOf(topic), concluding.get(topic.concludedById ?? '') ?? null),
    );
  }

  private async scope(consultation: string, theme: string | null) {
    const found = await this.consultations.bySlug(consultation);
    if (!found) return null;
    if (theme === null) return { consultationId: found.id, themeId: null };
    const inTheme = await this.database.manager.findOneBy(Theme, { consultationId: found.id, slug: theme });
    return inTheme && { consultationId: found.id, themeId: inTheme.id };
  }
}

const nothing = (size: number) =>
  counted(
    page<never>([], size, () => ''),
    null,
    () => Promise.resolve(0),
  );
