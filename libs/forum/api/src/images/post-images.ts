import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { imageSight } from '@preau/forum-domain';
import { ImageSights, RequestLoader, type ImageSight, type RequestContext } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import type { DataSource } from 'typeorm';
import { keepsTopics, viewerOf, type PostView } from '../posts/post-view';
import type { FoundPost } from '../posts/post.queries';
import { HOLDER, listImages, placeOfImage, type FoundImage } from './post-image.queries';

/** The images of messages, for those who read them. */
@Injectable()
export class PostImages implements OnModuleInit {
  private readonly loader = new RequestLoader<string, readonly FoundImage[]>(
    async (ids) => {
      const found = await listImages(this.database, ids);
      return ids.map((id) => found.filter(({ postId }) => postId === id));
    },
    { keeps: false },
  );
  /** A live message is one object for all who listen: its images are read once for all of them too. */
  private readonly read = new WeakMap<FoundPost, Promise<readonly FoundImage[]>>();

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly sights: ImageSights,
  ) {}

  onModuleInit() {
    this.sights.register(HOLDER, (actor, id) => this.sightOf(actor, id));
  }

  /** In their order; none of a message whose words are not shown. Where there are none, nothing is asked. */
  async of(context: RequestContext, { found, body, isMine }: PostView): Promise<readonly FoundImage[]> {
    if (found.imageCount === 0 || body === null) return [];
    let images = this.read.get(found);
    if (!images) {
      images = this.loader.of(context, found.id);
      this.read.set(found, images);
    }
    return (await images).filter(({ isHeld }) => isMine || !isHeld);
  }

  private async sightOf(actor: Actor, imageId: string): Promise<ImageSight> {
    const place = await placeOfImage(this.database, imageId);
    if (!place) return null;
    const { status, isHeld, authorId, themeId } = place;
    return imageSight({
      status,
      isHeld,
      isAuthor: viewerOf(actor) === authorId,
      isKeeper: keepsTopics(actor, themeId),
    });
  }
}
