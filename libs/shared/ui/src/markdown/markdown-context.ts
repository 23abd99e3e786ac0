import { createContext } from 'react';

export interface ShownImage {
  /** A path of this site. */
  readonly path: string;
  /** When known, the page does not move as the image arrives. */
  readonly width?: number;
  readonly height?: number;
}

export interface ShownMention {
  readonly name: string;
  /** The page of that person, when there is one to see. */
  readonly to?: string;
}

export interface MarkdownSurroundings {
  /** What a heading of level 1 becomes. */
  readonly headingLevel: number;
  /** The image an id stands for; null when it may not be shown. */
  readonly imageOf?: ((id: string) => ShownImage | null) | undefined;
  /** Who an account is today; null leaves the name as it was typed. */
  readonly mentionOf?: ((accountId: string) => ShownMention | null) | undefined;
  /** Where this site answers: its own addresses written in full open like any page of it. */
  readonly origin: string;
}

export const Surroundings = createContext<MarkdownSurroundings>({ headingLevel: 3, origin: '' });
