import type { EntityManager } from 'typeorm';
import { deleteDocuments, putDocuments } from '../documents/document.queries';
import type { DocumentSource } from '../documents/search-index';
import { differingIds, extraIds, type RoundStep } from './round.queries';
import type { SearchRound } from './search-round.entity';

/** Objects one transaction compares. */
export const STRETCH = 500;

/** Compares a stretch of objects with the index and, unless it is a check, writes those that differ and removes those without an object. */
export async function compareStretch(
  tx: EntityManager,
  source: DocumentSource,
  { kind, isCheck, cursor: after }: Pick<SearchRound, 'kind' | 'isCheck' | 'cursor'>,
): Promise<RoundStep> {
  const documents = await source.page(tx, after, STRETCH);
  const last = documents.at(-1)?.objectId ?? null;
  const cursor = documents.length < STRETCH ? null : last;
  const { missing, changed } = await differingIds(tx, documents);
  const present = documents.map(({ objectId }) => objectId);
  const extra = await extraIds(tx, kind, { after, to: cursor, present });
  if (!isCheck) {
    await putDocuments(
      tx,
      documents.filter(({ objectId }) => missing.has(objectId) || changed.has(objectId)),
    );
    await deleteDocuments(
      tx,
      extra.map((objectId) => ({ kind, objectId })),
    );
  }
  return {
    cursor,
    done: documents.length,
    missing: missing.size,
    changed: changed.size,
    extra: extra.length,
  };
}
