import { unbroken } from '@preau/ui';
import type { ShownTopic } from './topic-query';

/** The title of a topic; that of one there is only a trace left of says so. */
export function titleOf({ title, status }: Pick<ShownTopic, 'title' | 'status'>): string {
  if (title) return unbroken(title);
  return status === 'HIDDEN' ? 'Sujet masqué par la modération' : 'Sujet supprimé par son auteur';
}
