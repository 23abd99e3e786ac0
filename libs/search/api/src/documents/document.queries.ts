import type { EntityManager } from 'typeorm';
import { indexedText, type SearchKind } from '@preau/search-domain';
import type { SearchDocument } from './search-document';

export interface DocumentRef {
  readonly kind: SearchKind;
  readonly objectId: string;
}

const lexemes = (words: string) =>
  `search_lexemes(${words}, d.seq, d.at, d.kind, d.consultation_id, d.theme_id, d.academie, d.parent_id)`;

/** Where a document's words stand beside where it stands: as in the definitions of the two indexes, of all its words and of its title. */
export const LEXEMES = lexemes('d.words');
export const TITLE_LEXEMES = lexemes(`ts_filter(d.words, '{a}')`);

/** What is given to `unnest`, one array per column, and what is made of it. */
export const GIVEN = `
  unnest($1::text[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::timestamptz[], $8::text[], $9::text[], $10::text[], $11::text[])
    AS given (kind, object_id, consultation_id, theme_id, academie, parent_id, at, title, text, title_words, text_words)`;
export const WORDS = `setweight(to_tsvector('preau', title_words), 'A') || setweight(to_tsvector('preau', text_words), 'B')`;

/** The values of `GIVEN`. Given twice, a document is written as it was given last. */
export function columnsOf(documents: readonly SearchDocument[]): unknown[][] {
  const each = [...new Map(documents.map((one) => [`${one.kind} ${one.objectId}`, one])).values()];
  return [
    each.map(({ kind }) => kind),
    each.map(({ objectId }) => objectId),
    each.map(({ consultationId }) => consultationId),
    each.map(({ themeId }) => themeId),
    each.map(({ academie }) => academie),
    each.map(({ parentId }) => parentId),
    each.map(({ at }) => at),
    each.map(({ title }) => title),
    each.map(({ text }) => text),
    each.map(({ title }) => indexedText(title)),
    each.map(({ text }) => indexedText(text)),
  ];
}

export async function putDocuments(tx: EntityManager, documents: readonly SearchDocument[]): Promise<void> {
  if (documents.length === 0) return;
  await tx.query(
    `INSERT INTO search_document (kind, object_id, consultation_id, theme_id, academie, parent_id, at, title, text, words)
     SELECT kind, object_id, consultation_id, theme_id, academie, parent_id, at, title, text, ${WORDS} FROM ${GIVEN}
     ON CONFLICT (kind, object_id) DO UPDATE SET consultation_id = excluded.consultation_id, theme_id = excluded.theme_id,
       academie = excluded.academie, parent_id = excluded.parent_id, at = excluded.at, title = excluded.title,
       text = excluded.text, words = excluded.words`,
    columnsOf(documents),
  );
}

export async function deleteDocuments(tx: EntityManager, refs: readonly DocumentRef[]): Promise<void> {
  if (refs.length === 0) return;
  await tx.query(
    `DELETE FROM search_document USING unnest($1::text[], $2::uuid[]) AS gone (kind, object_id)
     WHERE search_document.kind = gone.kind AND search_document.object_id = gone.object_id`,
    [refs.map(({ kind }) => kind), refs.map(({ objectId }) => objectId)],
  );
}

export async function deleteUnder(tx: EntityManager, parentIds: readonly string[]): Promise<void> {
  if (parentIds.length === 0) return;
  await tx.query(
    `DELETE FROM search_document d
     WHERE ${LEXEMES} @@ (SELECT string_agg(format('%L', 'p:' || id), ' | ')::tsquery FROM unnest($1::uuid[]) AS id)`,
    [parentIds],
  );
}
