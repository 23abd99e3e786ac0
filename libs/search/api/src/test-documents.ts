import { randomUUID } from 'node:crypto';
import { transaction } from '@preau/shared-api';
import type { TestApi } from '@preau/testing';
import type { SearchDocument } from './documents/search-document';
import { SearchIndex, type FoundRef } from './documents/search-index';

/** Two themes of one edition, and objects that only tests have: each is called by its title and found at its id. */
export interface TestCorpus {
  readonly consultationId: string;
  readonly themes: Readonly<Record<'outils' | 'egalite', string>>;
  put(...documents: readonly Partial<SearchDocument>[]): Promise<string[]>;
  remove(...ids: readonly string[]): Promise<void>;
}

export async function aCorpus(api: TestApi): Promise<TestCorpus> {
  const [consultationId, outils, egalite] = [randomUUID(), randomUUID(), randomUUID()];
  await api.database.query(
    `INSERT INTO consultation (id, slug, title, summary, opens_at, closes_at)
     VALUES ($1, 'essai', 'Un essai', 'Un résumé', now() - interval '1 day', now() + interval '1 day')`,
    [consultationId],
  );
  for (const [position, [id, slug]] of [
    [outils, 'outils'] as const,
    [egalite, 'egalite'] as const,
  ].entries()) {
    await api.database.query(
      `INSERT INTO theme (id, consultation_id, slug, position, title, short_title, summary, problem, accent, pictogram)
       VALUES ($1, $2, $3, $4, $3, $5, 'Résumé', 'Problème', 'green-menthe', 'book')`,
      [id, consultationId, slug, position + 1, `Thème ${slug}`],
    );
  }
  const index = api.get(SearchIndex);
  const titles = new Map<string, string>();
  const resolve = (refs: readonly FoundRef[]) =>
    new Map(
      refs.flatMap(({ objectId: id }) =>
        titles.has(id) ? [[id, { title: titles.get(id) ?? '', path: `/o/${id}` }]] : [],
      ),
    );
  for (const kind of ['topic', 'post', 'resource'] as const) index.register(kind, { resolve });
  return {
    consultationId,
    themes: { outils, egalite },
    async put(...given) {
      const documents = given.map((one) => ({
        kind: 'topic' as const,
        objectId: randomUUID(),
        consultationId,
        themeId: null,
        academie: null,
        parentId: null,
        title: '',
        text: '',
        at: new Date('2026-11-20T10:00:00Z'),
        ...one,
      }));
      for (const { objectId, title } of documents) titles.set(objectId, title || 'Sans titre');
      await transaction(api.database, (tx) => index.put(tx, documents));
      return documents.map(({ objectId }) => objectId);
    },
    async remove(...ids) {
      const refs = ids.map((objectId) => ({ kind: 'topic' as const, objectId }));
      await transaction(api.database, (tx) => index.remove(tx, refs));
    },
  };
}

const DOCUMENT = `
  query ($query: String!, $consultation: String, $theme: String, $kind: [SearchKind!], $academie: String, $from: String,
    $to: String, $order: SearchOrder, $first: Int, $after: ID) {
    search(query: $query, consultation: $consultation, theme: $theme, kind: $kind, academie: $academie, from: $from, to: $to,
      order: $order, first: $first, after: $after) {
      __typename
      ... on SearchRefused { code }
      ... on SearchResults {
        total isCapped
        edges { cursor node { kind id title path at parentId academie theme { slug shortTitle } titleParts { text isMatch } excerpt { text isMatch } } }
        pageInfo { hasNextPage endCursor }
        facets { kind { value count } theme { value label count } academie { value count } year { value count } }
        correction { query isApplied }
      }
    }
  }`;

interface Part {
  readonly text: string;
  readonly isMatch: boolean;
}

export interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly total: number;
  readonly isCapped: boolean;
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: {
      readonly kind: string;
      readonly id: string;
      readonly title: string;
      readonly path: string;
      readonly theme: { readonly slug: string } | null;
      readonly titleParts: readonly Part[];
      readonly excerpt: readonly Part[];
    };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly facets: Readonly<
    Record<
      'kind' | 'theme' | 'academie' | 'year',
      readonly { value: string; label?: string; count: number }[]
    >
  >;
  readonly correction: { readonly query: string; readonly isApplied: boolean } | null;
}

export async function search(
  api: TestApi,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer> {
  const { data, errors } = await api.graphql<{ search: Answer }>(DOCUMENT, { query, ...variables });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.search;
}

/** The titles found, in their order. */
export const titlesOf = ({ edges }: Answer): string[] => edges.map(({ node }) => node.title);

/** « avant [trouvé] après ». */
export const marked = (parts: readonly Part[]): string =>
  parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');
