import type { PostStatus } from '@preau/forum-domain';

/** What became of a message of one’s own; nothing is said of what everybody reads. */
export const MINE_STATUS: Record<PostStatus, string | null> = {
  PUBLISHED: null,
  HELD: 'En attente de relecture',
  HIDDEN: 'Masqué par la modération',
  DELETED: 'Supprimé',
};
