import type { Stance } from '@preau/forum-domain';

/** What a reply says of itself, in words. */
export const STANCE_NAMES: Record<Stance, string> = {
  AGREE: 'D’accord',
  DISAGREE: 'Pas d’accord',
  NUANCE: 'Nuance',
  QUESTION: 'Question',
  TESTIMONY: 'Témoignage',
};
