import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type SearchKind } from '@preau/search-domain';
import { deleteDocuments, deleteUnder, putDocuments, type DocumentRef } from './document.queries';
import type { SearchDocument } from './search-document';

/** What a result shows of an object, and where it leads. */
export interface FoundObject {
  readonly title: string;
  /** From the site's root. */
  readonly path: string;
}

/** An object of a page of results, as the index knows it. */
export interface FoundRef extends DocumentRef {
  /** Its own, or that of what it is part of. */
  readonly title: string;
  readonly parentId: string | null;
  /** The slug of the edition it is of. */
  readonly consultation: string | null;
}

export interface FoundKind {
  /** All the objects of a page at once, by id. What is left out (deleted meanwhile) is not shown. */
  readonly resolve: (
    refs: readonly FoundRef[],
  ) => ReadonlyMap<string, FoundObject> | Promise<ReadonlyMap<string, FoundObject>>;
}

/** Every object of a kind that is to be found, by id from after one: what the index is compared with and made again from. */
export interface DocumentSource {
  readonly count: (tx: EntityManager) => Promise<number>;
  readonly page: (
    tx: EntityManager,
    after: string | null,
    limit: number,
  ) => Promise<readonly SearchDocument[]>;
}

/**
 * Where content domains say what can be found. They write a document in the transaction that makes its object public or
 * changes it, and remove it in the one that hides or deletes it: what cannot be read is not here.
 */
@Injectable()
export class SearchIndex {
  private readonly kinds = new Map<SearchKind, FoundKind>();
  private readonly sources = new Map<SearchKind, DocumentSource>();

  /** Writes documents, or writes them again: one statement, however many. */
  put(tx: EntityManager, documents: readonly SearchDocument[]): Promise<void> {
    return putDocuments(tx, documents);
  }

  remove(tx: EntityManager, refs: readonly DocumentRef[]): Promise<void> {
    return deleteDocuments(tx, refs);
  }

  /** Removes all that is part of these objects, such as the posts of a topic. */
  removeUnder(tx: EntityManager, parentIds: readonly string[]): Promise<void> {
    return deleteUnder(tx, parentIds);
  }

  register(kind: SearchKind, found: FoundKind): void {
    this.kinds.set(kind, found);
  }

  registerSource(kind: SearchKind, source: DocumentSource): void {
    this.sources.set(kind, source);
  }

  source(kind: SearchKind): DocumentSource | undefined {
    return this.sources.get(kind);
  }

  /** The kinds whose documents can be compared with their objects. */
  sourceKinds(): SearchKind[] {
    return [...this.sources.keys()];
  }

  /** What results show, by `keyOf`: each kind is asked once, all at the same time. */
  async describe(refs: readonly FoundRef[]): Promise<Map<string, FoundObject>> {
    const described = new Map<string, FoundObject>();
    const kinds = [...new Set(refs.map(({ kind }) => kind))];
    await Promise.all(
      kinds.map(async (kind) => {
        const found = await this.kinds.get(kind)?.resolve(refs.filter((ref) => ref.kind === kind));
        for (const [objectId, object] of found ?? []) described.set(keyOf({ kind, objectId }), object);
      }),
    );
    return described;
  }
}

export const keyOf = ({ kind, objectId }: DocumentRef): string => `${kind}:${objectId}`;
