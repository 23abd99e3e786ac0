import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { BODY_LENGTH, CITATIONS_MAX, citedIn } from '@preau/forum-domain';
import { badInput, counted, page, pageSize } from '@preau/shared-api';
import { hasRole, type Actor } from '@preau/shared-domain';
import type { DataSource } from 'typeorm';
import { cursorOf, placeOf } from '../posts/post-order';
import { PostsService } from '../posts/posts.service';
import { Services } from '../services/services';
import { countVersions, findDraft, listVersions } from './conclusion.queries';
import type { Citation, ConclusionDraft, ConclusionVersion } from './conclusion.types';

/** Reads conclusions: what they cite, what they said before, and what is not published yet. */
@Injectable()
export class ConclusionReading {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly posts: PostsService,
    private readonly services: Services,
  ) {}

  /** The messages a text cites, as that person sees them now. */
  async citations(actor: Actor, text: string | null): Promise<Citation[]> {
    const cited = citedIn(text ?? '');
    if (cited.length === 0) return [];
    const posts = await this.posts.byIds(
      actor,
      cited.map(({ postId }) => postId),
    );
    const found = new Map(posts.map((post) => [post.id, post]));
    return cited.map(({ postId }, index) => ({ number: index + 1, postId, post: found.get(postId) ?? null }));
  }

  /** Those of a text that is being written: no more of them than can be published. */
  citationsToBe(actor: Actor, text: string): Promise<Citation[]> {
    if (text.length > BODY_LENGTH.max || citedIn(text).length > CITATIONS_MAX)
      throw badInput('Le champ « of » doit être une synthèse que l’on pourrait publier.');
    return this.citations(actor, text);
  }

  /** Every version that was published, the latest first. */
  async versions(topicId: string, asked: { first?: number | null; after?: string | null }) {
    const size = pageSize(asked.first);
    const found = await listVersions(this.database, topicId, placeOf(asked.after), size + 1);
    const services = await this.services.of(found.flatMap(({ serviceId }) => serviceId ?? []));
    const versions = found.map(({ serviceId, ...version }) => ({
      ...version,
      service: services.get(serviceId ?? '') ?? null,
    }));
    const listed = page<ConclusionVersion & (typeof versions)[number]>(versions, size, cursorOf);
    return counted(listed, asked.after, () => countVersions(this.database, topicId));
  }

  /** Null for whoever may not conclude. */
  async draft(actor: Actor, topicId: string): Promise<ConclusionDraft | null> {
    const found = hasRole(actor, 'staff') ? await findDraft(this.database, topicId) : null;
    if (!found) return null;
    const { serviceId, ...draft } = found;
    const services = await this.services.of(serviceId ? [serviceId] : []);
    return { ...draft, service: services.get(serviceId ?? '') ?? null };
  }
}
