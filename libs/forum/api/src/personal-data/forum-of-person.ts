import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountEndings, PersonalDataSources, type DataRow } from '@preau/identity-api';
import type { EntityManager } from 'typeorm';

/** Rows read at a time. */
const PAGE = 500;

/** What the forum keeps of one person: theirs to download; messages stay when the account goes, without a name. */
@Injectable()
export class ForumOfPerson implements OnModuleInit {
  constructor(
    private readonly endings: AccountEndings,
    private readonly sources: PersonalDataSources,
  ) {}

  onModuleInit() {
    this.endings.add({ atEnd: endContributor });
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
  await tx.query('DELETE FROM contributor WHERE account_id = $1', [accountId]);
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

async function* pages(tx: EntityManager, query: string, accountId: string): AsyncIterable<DataRow> {
  let after: string | null = null;
  for (;;) {
    const rows: (DataRow & { id: string })[] = await tx.query(query, [accountId, after, PAGE]);
    for (const { id: _, ...row } of rows) yield row;
    after = rows.at(-1)?.id ?? null;
    if (rows.length < PAGE) return;
  }
}
