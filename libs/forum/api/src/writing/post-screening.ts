import { Injectable } from '@nestjs/common';

/** A message before it is published. */
export interface PostToScreen {
  readonly id: string;
  readonly topicId: string;
  readonly authorId: string;
  /** Of a topic. */
  readonly title: string | null;
  readonly body: string;
  /** How many images it has. */
  readonly images: number;
  /** Messages of the author that are published. */
  readonly published: number;
  readonly isMinor: boolean;
}

/** Whether a message waits for a moderator. It judges words and author, and asks nobody: it runs at each message. */
export type Screen = (post: PostToScreen) => boolean;

/** What holds a message before it is published. Moderation brings its rules here; the forum knows none of them. */
@Injectable()
export class PostScreening {
  /** Messages of people from 15 to 17 are read before they are published, and what people send as files is looked at. */
  private readonly screens: Screen[] = [({ isMinor }) => isMinor, ({ images }) => images > 0];

  add(screen: Screen): void {
    this.screens.push(screen);
  }

  isHeld(post: PostToScreen): boolean {
    return this.screens.some((screen) => screen(post));
  }
}
