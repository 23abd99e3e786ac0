import type { ComponentType } from 'react';

/** What is like the topic being written, so that one joins it instead; another domain brings it. */
export type SuggestionsPlace = ComponentType<{
  readonly text: string;
  readonly consultation: string;
  readonly theme?: string;
}>;
