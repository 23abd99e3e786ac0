import type { Images } from '@preau/shared-api';
import { imagePath } from '@preau/shared-domain';
import type { DataRow } from '@preau/identity-api';
import type { EntityManager } from 'typeorm';
import { pages } from './pages';

const IMAGES = `
  SELECT i.id, i.id AS image, p.alt AS description, '/concertations/' || c.slug || '/debats/' || t.id || '/messages/' || p.post_id AS message,
    i.width AS largeur, i.height AS hauteur, i.created_at AS "envoyée le"
  FROM image i
  LEFT JOIN (post_image p JOIN post m ON m.id = p.post_id JOIN topic t ON t.id = m.topic_id
    JOIN consultation c ON c.id = t.consultation_id) ON p.image_id = i.id
  WHERE i.account_id = $1 AND i.stored_at IS NOT NULL AND ($2::uuid IS NULL OR i.id > $2)
    AND (i.expires_at IS NULL OR i.expires_at > now())
  ORDER BY i.id LIMIT $3`;

/** The images somebody sent, also those no message shows yet. */
export async function* imagesOf(tx: EntityManager, accountId: string): AsyncIterable<DataRow> {
  for await (const { image, ...row } of pages(tx, IMAGES, accountId))
    yield { adresse: imagePath(String(image), Number(row['largeur'])), ...row };
}

/** The words of whoever goes stay, without a name; what they photographed goes with them. */
export async function endImages(tx: EntityManager, images: Images, accountId: string): Promise<void> {
  await tx.query(
    `WITH taken AS (
       DELETE FROM post_image USING image WHERE image.id = image_id AND image.account_id = $1 RETURNING post_id
     )
     UPDATE post SET image_count = 0 WHERE id IN (SELECT post_id FROM taken)`,
    [accountId],
  );
  await images.releaseAllOf(tx, accountId);
}
