import { Injectable } from '@nestjs/common';
import type { Actor } from '@preau/shared-domain';

/** Who may see an image: everybody; whoever asks, and not everybody; whoever asks may not. */
export type ImageSight = 'PUBLIC' | 'PRIVATE' | null;
type Look = (actor: Actor, imageId: string) => Promise<ImageSight>;

/** What holds images says who may see them. */
@Injectable()
export class ImageSights {
  private readonly looks = new Map<string, Look>();

  register(holder: string, look: Look): void {
    this.looks.set(holder, look);
  }

  async of(holder: string, actor: Actor, imageId: string): Promise<ImageSight> {
    return (await this.looks.get(holder)?.(actor, imageId)) ?? null;
  }
}
