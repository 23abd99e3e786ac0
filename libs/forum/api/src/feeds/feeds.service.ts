import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DELETED_NAME } from '@preau/identity-domain';
import { CONFIG, isUuid, notFound, type Config } from '@preau/shared-api';
import { imagePath } from '@preau/shared-domain';
import type { DataSource } from 'typeorm';
import { People } from '../posts/people';
import { postPath } from '../posts/post-path';
import { Rendered } from '../rendering/rendered';
import { Services } from '../services/services';
import { listImages } from '../images/post-image.queries';
import type { AtomEntry, AtomFeed } from './atom';
import { findTheme, findTopic, latestPosts, latestTopics, type FedPost } from './feed.queries';

/** As wide as readers of feeds need one. */
const IMAGE_WIDTH = 1_600;

/** What is new in a theme or a topic, for readers of feeds. */
@Injectable()
export class FeedsService {
  private readonly site: string;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) { publicUrl }: Config,
    private readonly rendered: Rendered,
    private readonly people: People,
    private readonly services: Services,
  ) {
    this.site = publicUrl;
  }

  async ofTheme(slug: string, theme: string): Promise<AtomFeed> {
    const found = await findTheme(this.database, slug, theme);
    if (!found) throw notFound();
    return this.feed(await latestTopics(this.database, found.id), slug, {
      self: `/feeds/${slug}/themes/${theme}.atom`,
      page: `/concertations/${slug}/debats?theme=${theme}`,
      title: `Débats\u00a0: ${found.title}`,
      subtitle: `Les derniers sujets ouverts dans ce thème de «\u00a0${found.consultation}\u00a0»`,
      since: found.since,
    });
  }

  async ofTopic(slug: string, topicId: string): Promise<AtomFeed> {
    const found = isUuid(topicId) ? await findTopic(this.database, slug, topicId) : null;
    if (!found) throw notFound();
    return this.feed(await latestPosts(this.database, topicId), slug, {
      self: `/feeds/${slug}/topics/${topicId}.atom`,
      page: postPath(slug, topicId, topicId),
      title: found.title,
      subtitle: `Les derniers messages de ce sujet de «\u00a0${found.consultation}\u00a0»`,
      since: found.since,
    });
  }

  private async feed(
    posts: readonly FedPost[],
    slug: string,
    about: { self: string; page: string; title: string; subtitle: string; since: Date },
  ): Promise<AtomFeed> {
    const people = await this.people.of(posts.map(({ authorId }) => authorId));
    const services = await this.services.of(posts.flatMap(({ serviceId }) => serviceId ?? []));
    const withImages = posts.filter(({ imageCount }) => imageCount > 0).map(({ id }) => id);
    const images = withImages.length > 0 ? await listImages(this.database, withImages) : [];
    const entries = posts.map((post): AtomEntry => {
      const author =
        services.get(post.serviceId ?? '')?.name ?? people.get(post.authorId)?.name ?? DELETED_NAME;
      return {
        id: `urn:uuid:${post.id}`,
        title: post.depth === 0 ? post.title : `Réponse de ${author} à «\u00a0${post.title}\u00a0»`,
        url: this.site + postPath(slug, post.topicId, post.id),
        author,
        publishedAt: post.createdAt,
        updatedAt: post.updatedAt,
        html: this.rendered.html(post),
        // One that came with a change waits, while its message does not.
        images: images
          .filter(({ postId, isHeld }) => postId === post.id && !isHeld)
          .map(({ id, alt, width }) => ({
            alt,
            url: this.site + imagePath(id, Math.min(width, IMAGE_WIDTH)),
          })),
      };
    });
    const latest = Math.max(about.since.getTime(), ...posts.map(({ updatedAt }) => updatedAt.getTime()));
    const { self, page, title, subtitle } = about;
    return {
      id: this.site + self,
      title,
      subtitle,
      self: this.site + self,
      url: this.site + page,
      updatedAt: new Date(latest),
      entries,
    };
  }
}
