import type { Type } from '@nestjs/common';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { badInput } from './errors';

export const PAGE_DEFAULT = 20;
export const PAGE_MAX = 100;

@ObjectType()
export class PageInfo {
  @Field()
  hasNextPage: boolean;

  @Field(() => String, { nullable: true })
  endCursor: string | null;
}

export interface Connection<T> {
  edges: { node: T; cursor: string }[];
  pageInfo: PageInfo;
  totalCount?: number;
}

/** A page of a list that is counted for those who ask alone. */
export type CountedConnection<T> = Omit<Connection<T>, 'totalCount'> & {
  readonly totalCount: number | Promise<number>;
};

/** The Relay connection types of one node type, named after it. */
export function connectionOf<T>(node: Type<T>): Type<Connection<T>> {
  @ObjectType(`${node.name}Edge`)
  class Edge {
    @Field(() => node)
    node: T;
    @Field(() => ID)
    cursor: string;
  }
  @ObjectType(`${node.name}Connection`)
  class NodeConnection implements Connection<T> {
    @Field(() => [Edge])
    edges: Edge[];
    @Field(() => PageInfo)
    pageInfo: PageInfo;
    @Field(() => Int, { nullable: true })
    totalCount?: number;
  }
  return NodeConnection;
}

/** The asked page size, refused beyond the maximum. */
export function pageSize(first: number | null | undefined): number {
  const size = first ?? PAGE_DEFAULT;
  if (!Number.isInteger(size) || size < 1 || size > PAGE_MAX) {
    throw badInput(`Demandez de 1 à ${PAGE_MAX} éléments à la fois.`);
  }
  return size;
}

/** Builds a page from `size + 1` rows, the last telling that there is more. */
export function page<T>(rows: T[], size: number, cursorOf: (node: T) => string): Connection<T> {
  const edges = rows.slice(0, size).map((node) => ({ node, cursor: cursorOf(node) }));
  return { edges, pageInfo: { hasNextPage: rows.length > size, endCursor: edges.at(-1)?.cursor ?? null } };
}

/** The same page, with how many there are in the whole list; when that is all on the page, it is counted already. */
export function counted<T>(
  { edges, pageInfo }: Connection<T>,
  after: string | null | undefined,
  count: () => Promise<number>,
): CountedConnection<T> {
  const isWhole = !after && !pageInfo.hasNextPage;
  return {
    edges,
    pageInfo,
    get totalCount() {
      return isWhole ? edges.length : count();
    },
  };
}
