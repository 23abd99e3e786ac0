import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { imageWidths, type Actor } from '@preau/shared-domain';
import type { DataSource } from 'typeorm';
import { fileOf } from './file-of';
import { FileStore } from './file-store';
import { ImageRow } from './image.entity';
import { ImageSights, type ImageSight } from './image-sights';

interface ImageRead {
  readonly bytes: Uint8Array;
  readonly etag: string;
  /** Everybody may see it, for as long as they like. */
  readonly isPublic: boolean;
}

/** Gives images to those who may see them. */
@Injectable()
export class ImageReading {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly store: FileStore,
    private readonly sights: ImageSights,
  ) {}

  /** Null when there is no such image, in no such width, or not for them. */
  async read(actor: Actor, id: string, width: number): Promise<ImageRead | null> {
    const image = await this.database.manager.findOneBy(ImageRow, { id });
    if (!image?.storedAt || !imageWidths(image.width).includes(width)) return null;
    const sight = await this.sightOf(actor, image);
    if (!sight) return null;
    const etag = `"${image.digest.toString('hex').slice(0, 24)}-${String(width)}"`;
    const bytes = await this.store.read(fileOf(image.name, width));
    return { bytes, etag, isPublic: sight === 'PUBLIC' };
  }

  /** What nothing shows yet is its sender's alone; what nothing shows any more, nobody's. */
  private sightOf(
    actor: Actor,
    { id, holder, accountId, expiresAt }: ImageRow,
  ): Promise<ImageSight> | ImageSight {
    if (holder !== null) return this.sights.of(holder, actor, id);
    const isTheirs = actor.kind === 'account' && actor.accountId === accountId;
    return isTheirs && expiresAt !== null && expiresAt > new Date() ? 'PRIVATE' : null;
  }
}
