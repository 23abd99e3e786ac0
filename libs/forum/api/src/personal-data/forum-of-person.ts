import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Images } from '@preau/shared-api';
import { AccountEndings, PersonalDataSources, type DataRow } from '@preau/identity-api';
import type { EntityManager } from 'typeorm';
import { endImages, imagesOf } from './images-of-person';
import { followingOf } from './following-of-person';
import { pages } from './pages';

/** What is about one person alone, and goes with their account. */
const OWN_TABLES = ['followed_theme', 'followed_topic', 'forum_draft', 'muted_person', 'topic_read'];

/** What the forum keeps of one person: theirs to download; messages stay when the account goes, without a name. */
@Injectable()
export class ForumOfPerson implements OnModuleInit {
  constructor(
    private readonly endings: AccountEndings,
    private readonly sources: PersonalDataSources,
    private readonly images: Images,
  ) {}

  onModuleInit() {
    this.endings.add({
      atEnd: async (tx, accountId) => {
        await endContributor(tx, accountId);
        await endImages(tx, this.images, accountId);
      },
    });
    this.sources.add(
      {
        name: 'messages',
        about: 'vos sujets et vos messages, avec leurs versions antérieures.',
        columns: [
          'adresse',
          'sujet',
          'état',
          'position',
          'texte',
          'écrit le',
          'modifié le',
          'soutiens',
          'versions',
        ],
        rows: messagesOf,
      },
      {
        name: 'soutiens',
        about: 'les messages que vous soutenez.',
        columns: ['adresse', 'sujet'],
        rows: supportsOf,
      },
      {
        name: 'suivi-du-forum',
        about:
          'les sujets et les thèmes que vous suivez ou ne suivez plus, jusqu’où vous avez lu, les personnes que vous avez masquées.',
        columns: ['sorte', 'nom', 'depuis'],
        rows: followingOf,
      },
      {
        name: 'brouillons-du-forum',
        about: 'les messages que vous n’avez pas encore envoyés.',
        columns: ['de quoi', 'titre', 'texte', 'position', 'enregistré le'],
        rows: draftsOf,
      },
      {
        name: 'images',
        about:
          'les images que vous avez envoyées : leur adresse, leur description, le message qui les montre.',
        columns: ['adresse', 'description', 'message', 'largeur', 'hauteur', 'envoyée le'],
        rows: imagesOf,
      },
    );
  }
}

/** Supports are withdrawn with whoever gave them, and what nobody has read yet is never published. */
async function endContributor(tx: EntityManager, accountId: string): Promise<void> {
  await tx.query(
    `WITH withdrawn AS (DELETE FROM post_support WHERE account_id = $1 RETURNING post_id),
     of_topics AS (UPDATE topic SET supports = supports - 1 FROM withdrawn WHERE topic.id = withdrawn.post_id)
     UPDATE post SET supports = supports - 1 FROM withdrawn WHERE post.id = withdrawn.post_id`,
    [accountId],
  );
  await tx.query(
    `WITH held AS (UPDATE post SET status = 'DELETED' WHERE author_id = $1 AND status = 'HELD' RETURNING id)
     UPDATE topic SET status = 'DELETED' FROM held WHERE topic.id = held.id`,
    [accountId],
  );
  for (const table of [...OWN_TABLES, 'contributor'])
    await tx.query(`DELETE FROM ${table} WHERE account_id = $1`, [accountId]);
  await tx.query('DELETE FROM muted_person WHERE muted_id = $1', [accountId]);
}

async function* draftsOf(tx: EntityManager, accountId: string): AsyncIterable<DataRow> {
  yield* await tx.query<DataRow[]>(
    `SELECT key AS "de quoi", title AS titre, body AS texte, stance AS position, images,
       saved_at AS "enregistré le"
     FROM forum_draft WHERE account_id = $1 ORDER BY saved_at`,
    [accountId],
  );
}

const ADDRESS = `'/concertations/' || c.slug || '/debats/' || t.id || '/messages/' || p.id`;

const messagesOf = (tx: EntityManager, accountId: string) =>
  pages(
    tx,
    `SELECT p.id, ${ADDRESS} AS adresse, t.title AS sujet, p.status AS "état", p.stance AS position, p.body AS texte,
       p.created_at AS "écrit le", p.edited_at AS "modifié le", p.supports AS soutiens,
       (SELECT json_agg(json_build_object('titre', r.title, 'texte', r.body, 'écrit le', r.written_at) ORDER BY r.revision)
        FROM post_revision r WHERE r.post_id = p.id) AS versions
     FROM post p JOIN topic t ON t.id = p.topic_id JOIN consultation c ON c.id = t.consultation_id
     WHERE p.author_id = $1 AND ($2::uuid IS NULL OR p.id > $2) ORDER BY p.id LIMIT $3`,
    accountId,
  );

const supportsOf = (tx: EntityManager, accountId: string) =>
  pages(
    tx,
    `SELECT p.id, ${ADDRESS} AS adresse, t.title AS sujet
     FROM post_support s JOIN post p ON p.id = s.post_id JOIN topic t ON t.id = p.topic_id
     JOIN consultation c ON c.id = t.consultation_id
     WHERE s.account_id = $1 AND ($2::uuid IS NULL OR p.id > $2) ORDER BY p.id LIMIT $3`,
    accountId,
  );
