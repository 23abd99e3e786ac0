import { UNREAD_MAX } from '@preau/forum-domain';
import { plural } from '@preau/ui';

/** « 3 nouveaux messages ». The server counts up to a hundred, which stands for more. */
export const newMessages = (count: number): string =>
  count >= UNREAD_MAX
    ? `${UNREAD_MAX - 1}+ nouveaux messages`
    : plural(count, 'nouveau message', 'nouveaux messages');
