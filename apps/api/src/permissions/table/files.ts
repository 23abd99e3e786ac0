import { anImage, aSession } from '@preau/testing';
import { but, differs, everyone } from '../expected';
import type { Rows } from '../row';
import { absent, type Scene } from '../stage';
import { aPost, foreign } from './forum-objects';

interface Shown {
  readonly status?: string;
  readonly isHeld?: boolean;
}

const address = (id: string) => `/files/images/${id}/40.webp`;

/** An image that somebody sent, and put in nothing. */
async function sent({ api }: Scene, by: string): Promise<string> {
  return anImage(api, (await aSession(api, by)).headers);
}

/** An image in a message of somebody’s. */
async function shown(s: Scene, by: string, { status = 'PUBLISHED', isHeld = false }: Shown = {}) {
  const postId = await aPost(s, by, { status });
  const id = await sent(s, by);
  await s.api.database.query(`UPDATE image SET holder = 'post', expires_at = NULL WHERE id = $1`, [id]);
  await s.api.database.query(
    `INSERT INTO post_image (post_id, position, image_id, alt, is_held) VALUES ($1, 1, $2, 'Une salle', $3)`,
    [postId, id, isHeld],
  );
  return address(id);
}

const others = async (s: Scene, given: Shown) => shown(s, await foreign(s), given);
/** Those who keep the topics of the theme. */
const keepers = but(differs('staff', 'ALLOWED', 'NOT_FOUND'), { moderator: 'ALLOWED' });

export const files: Rows = {
  'ImagesController.send': {
    'of nothing': [
      () => `POST /files/images?id=${absent}`,
      but(everyone('BAD_INPUT'), { visitor: 'UNAUTHENTICATED' }),
    ],
  },
  'ImagesController.read': {
    'somebody else’s, in nothing yet': [
      async (s) => address(await sent(s, await foreign(s))),
      everyone('NOT_FOUND'),
    ],
    'in somebody else’s message': [(s) => others(s, {}), everyone()],
    'held in it': [(s) => others(s, { isHeld: true }), keepers],
    'in one that is held': [(s) => others(s, { status: 'HELD' }), keepers],
    'in one that is hidden': [(s) => others(s, { status: 'HIDDEN' }), keepers],
    'in one that is deleted': [(s) => others(s, { status: 'DELETED' }), everyone('NOT_FOUND')],
    absent: [() => address(absent), everyone('NOT_FOUND')],
  },
};
